/** Lets weights, counts and figures out, and nothing else. */
@NullMarked
package dev.auricle.trainer.protect;

import org.jspecify.annotations.NullMarked;
