/** Hears which round is open. */
@NullMarked
package dev.auricle.trainer.follow;

import org.jspecify.annotations.NullMarked;
