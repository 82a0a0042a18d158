package dev.auricle.ingest.label;

import dev.auricle.schemas.configuration.Default;
import java.time.Duration;

/**
 * The section {@code ingest.label}.
 *
 * @param annotationWait how long a series waits for an annotation before it counts as one to be segmented, and an
 *     annotation for its series before it counts as lost
 * @param forgetAfter how long series that may still meet are remembered; as long as the log keeps instances
 */
public record LabelConfig(
        @Default("60s") Duration annotationWait,
        @Default("30d") Duration forgetAfter) {
    /** Refuses waits that are none and a memory shorter than them. */
    public LabelConfig {
        if (annotationWait.toMillis() < 1) {
            throw new IllegalArgumentException("annotationWait must be positive, got " + annotationWait);
        }
        if (forgetAfter.compareTo(annotationWait) <= 0) {
            throw new IllegalArgumentException("forgetAfter must be longer than annotationWait, got " + forgetAfter);
        }
    }
}
