package dev.auricle.ingest.report;

import dev.auricle.ingest.refuse.Refusal;
import dev.auricle.schemas.record.LogRef;
import java.util.Set;

/** What became of a series. */
sealed interface Fate {
    /** Nothing yet: it waits for a plan, an annotation, its images, or its turn. */
    record Waiting() implements Fate {}

    /** It became samples, or was drawn on images that did. */
    record Learned() implements Fate {}

    /** It went to inference. */
    record Segmented() implements Fate {}

    /**
     * It was refused.
     *
     * @param example one of its instances
     */
    record Refused(Set<Refusal> refusals, LogRef example) implements Fate {}
}
