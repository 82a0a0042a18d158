package dev.auricle.ingest.assemble;

import dev.auricle.schemas.record.SeriesAssembled;
import dev.auricle.schemas.record.SeriesRejected;

/** What assembling leads to. */
public sealed interface Outcome {
    /** A series, or one part of a long one. */
    record Assembled(SeriesAssembled part) implements Outcome {}

    /** An instance that cannot be part of its series, or a series that cannot be part of its study. */
    record Rejected(SeriesRejected rejection) implements Outcome {}
}
