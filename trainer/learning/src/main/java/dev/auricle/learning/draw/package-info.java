/** Draws random numbers that are the same on every machine: initial parameters, orders of samples, augmentation. */
@NullMarked
package dev.auricle.learning.draw;

import org.jspecify.annotations.NullMarked;
