/** Holds a model as what travels: named tensors in a fixed order, end to end in one vector of floats. */
@NullMarked
package dev.auricle.learning.state;

import org.jspecify.annotations.NullMarked;
