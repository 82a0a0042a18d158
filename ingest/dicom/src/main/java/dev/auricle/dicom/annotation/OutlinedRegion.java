package dev.auricle.dicom.annotation;

import java.util.List;

/**
 * A region that a report or a presentation state shows.
 *
 * @param reach how much of a stack it speaks for
 * @param outlines the shapes it is made of; what is in one of them is in the region
 * @param segments what it is instead in segmentations, or besides
 */
public record OutlinedRegion(
        Naming naming, Annotator annotator, Reach reach, List<Outline> outlines, List<SegmentReference> segments) {
    /** How much of a stack a region speaks for. */
    public enum Reach {
        /** The slices it is on; nothing is said of the others. */
        SLICES,
        /** All slices; where it is not on one, there is nothing of it. */
        STACK
    }

    public OutlinedRegion {
        outlines = List.copyOf(outlines);
        segments = List.copyOf(segments);
    }
}
