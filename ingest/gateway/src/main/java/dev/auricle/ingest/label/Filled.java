package dev.auricle.ingest.label;

import dev.auricle.dicom.annotation.FlatShapes;
import dev.auricle.dicom.annotation.SliceMasks;
import dev.auricle.dicom.space.Geometry;

/**
 * Pixels of a stack, and what they were filled from.
 *
 * @param shapes as far as they are flat; none of what was drawn pixel by pixel
 */
record Filled(SliceMasks masks, FlatShapes shapes) {
    static Filled nothing(Geometry geometry) {
        return new Filled(new SliceMasks(geometry), new FlatShapes(geometry));
    }

    /** Adds another on the same geometry. */
    void add(Filled other) {
        masks.add(other.masks);
        shapes.add(other.shapes);
    }
}
