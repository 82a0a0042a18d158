package dev.auricle.dicom.annotation;

/**
 * How a segment came about.
 *
 * @param name which algorithm, with its version; may be empty if a person drew it
 */
public record SegmentAlgorithm(Kind kind, String name) {
    /** Segment Algorithm Type. */
    public enum Kind {
        AUTOMATIC,
        SEMIAUTOMATIC,
        MANUAL
    }

    public SegmentAlgorithm {
        if (kind != Kind.MANUAL && name.isBlank()) {
            throw new IllegalArgumentException("an algorithm that is not manual has a name");
        }
    }
}
