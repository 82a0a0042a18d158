/** Varies a training slice as another patient, another scanner or another day would, image and label alike. */
@NullMarked
package dev.auricle.learning.augment;

import org.jspecify.annotations.NullMarked;
