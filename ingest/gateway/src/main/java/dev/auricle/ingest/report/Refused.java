package dev.auricle.ingest.report;

import dev.auricle.ingest.refuse.Refusal;
import dev.auricle.schemas.record.LogRef;
import java.util.Set;

/** What was refused and not taken since. */
public sealed interface Refused permits RefusedEarly, RefusedSeries {
    /** Series Instance UID, which identifies: for selecting, not for showing. */
    String series();

    /** What for. */
    Set<Refusal> refusals();

    /** Where an instance of it lies. */
    LogRef example();
}
