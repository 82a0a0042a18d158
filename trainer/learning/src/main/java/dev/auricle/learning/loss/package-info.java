/** Measures, so that a gradient can be taken, how far a prediction is from its label. */
@NullMarked
package dev.auricle.learning.loss;

import org.jspecify.annotations.NullMarked;
