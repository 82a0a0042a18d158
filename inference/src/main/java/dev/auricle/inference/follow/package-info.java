/** Hears of released models and of volumes that wait. */
@NullMarked
package dev.auricle.inference.follow;

import org.jspecify.annotations.NullMarked;
