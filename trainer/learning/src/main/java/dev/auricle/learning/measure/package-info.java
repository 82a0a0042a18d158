/** Measures how well a segmentation agrees with the truth: overlap and distance of surfaces. */
@NullMarked
package dev.auricle.learning.measure;

import org.jspecify.annotations.NullMarked;
