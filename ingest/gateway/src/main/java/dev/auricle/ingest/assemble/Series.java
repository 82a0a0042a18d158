package dev.auricle.ingest.assemble;

import dev.auricle.schemas.record.LogRef;
import dev.auricle.schemas.record.SeriesAssembled;
import dev.auricle.schemas.record.SeriesInstance;
import java.util.List;

/**
 * One revision of a series, whole.
 *
 * @param head what every part of it says; its own instances do not count
 * @param instances all of them, ordered by SOP instance UID
 * @param assembled where its parts lie
 */
public record Series(SeriesAssembled head, List<SeriesInstance> instances, LogRef assembled) {
    /** Keeps no instances twice. */
    public Series {
        head = head.toBuilder().clearInstances().build();
        instances = List.copyOf(instances);
    }

    /** The site it came to. */
    public String site() {
        return head.getSite();
    }

    /** Study Instance UID. */
    public String study() {
        return head.getStudyInstanceUid();
    }

    /** Series Instance UID. */
    public String uid() {
        return head.getSeriesInstanceUid();
    }
}
