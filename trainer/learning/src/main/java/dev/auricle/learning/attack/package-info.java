/** Changes images a little, so that a model errs a lot: to make it robust, and to measure how robust it is. */
@NullMarked
package dev.auricle.learning.attack;

import org.jspecify.annotations.NullMarked;
