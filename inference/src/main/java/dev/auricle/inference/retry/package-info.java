/** Puts back what could not be delivered. */
@NullMarked
package dev.auricle.inference.retry;

import org.jspecify.annotations.NullMarked;
