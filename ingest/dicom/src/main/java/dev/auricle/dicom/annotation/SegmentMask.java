package dev.auricle.dicom.annotation;

import dev.auricle.dicom.space.Mask;

/**
 * A segment to be written, and where it is: in the voxels of the mask that have the label. Several segments may share
 * one mask, or have one each and overlap.
 */
public record SegmentMask(Segment segment, Mask mask, int label) {
    public SegmentMask {
        if (label < 1 || label > 0xFF) {
            throw new IllegalArgumentException("a label is 1 to 255, got " + label);
        }
    }
}
