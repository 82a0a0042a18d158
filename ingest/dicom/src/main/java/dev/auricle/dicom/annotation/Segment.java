package dev.auricle.dicom.annotation;

/**
 * One thing that was segmented (Segment Sequence, PS3.3 section C.8.20.4).
 *
 * @param label for people, at most 64 characters
 * @param colour to show it in
 */
public record Segment(
        String label, SegmentConcept concept, SegmentAlgorithm algorithm, LabColour colour, Tracking tracking) {
    private static final int LONGEST_LABEL = 64;

    public Segment {
        if (label.isBlank() || label.length() > LONGEST_LABEL) {
            throw new IllegalArgumentException("a label has 1 to 64 characters, got " + label.length());
        }
    }
}
