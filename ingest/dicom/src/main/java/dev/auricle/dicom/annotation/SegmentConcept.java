package dev.auricle.dicom.annotation;

import java.util.List;

/**
 * What a segment shows.
 *
 * @param category for example (123037004, SCT, Anatomical Structure)
 * @param type for example (10200004, SCT, Liver)
 * @param anatomicRegions where the type alone does not say; at most one
 */
public record SegmentConcept(Code category, Code type, List<Code> anatomicRegions) {
    public SegmentConcept {
        if (anatomicRegions.size() > 1) {
            throw new IllegalArgumentException("at most one anatomic region, got " + anatomicRegions.size());
        }
        anatomicRegions = List.copyOf(anatomicRegions);
    }

    public SegmentConcept(Code category, Code type) {
        this(category, type, List.of());
    }
}
