package dev.auricle.inference.encode;

import dev.auricle.dicom.space.Mask;
import dev.auricle.schemas.record.Segmentation;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * One segmentation, whole.
 *
 * @param head what every part of it says
 * @param mask class numbers in the series' own geometry
 */
public record Result(Segmentation head, Mask mask) {
    private static final int LONGEST = 64;
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** When it was segmented, as FHIR writes an instant: UTC, to the millisecond. */
    String segmentedAt() {
        return INSTANT.format(Instant.ofEpochMilli(head.getSegmentedAtMs()));
    }

    /** Its names. */
    public ResultIdentity identity() {
        return ResultIdentity.of(head);
    }

    /** What it is and whose, for people, in at most 64 characters. */
    String description() {
        var text = "AI, " + whose() + ", " + head.getModelVersion();
        return text.substring(0, Math.min(LONGEST, text.length()));
    }

    /** Whose prediction it is, for people. */
    String whose() {
        return head.getPredicted() == Segmentation.Predicted.BY_SITE ? "site's prediction" : "global prediction";
    }
}
