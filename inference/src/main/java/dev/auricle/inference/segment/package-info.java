/** Segments a volume and puts the mask back into the series' own geometry. */
@NullMarked
package dev.auricle.inference.segment;

import org.jspecify.annotations.NullMarked;
