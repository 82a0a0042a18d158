package dev.auricle.ingest.prepare;

import dev.auricle.schemas.record.PreparedSlices;
import dev.auricle.schemas.record.Sample;
import dev.auricle.schemas.record.SeriesRejected;

/** What preparing leads to. */
public sealed interface Prepared {
    /** A slice to learn from. */
    record ForTraining(Sample sample) implements Prepared {}

    /** Slices to be segmented. */
    record ForInference(PreparedSlices slices) implements Prepared {}

    /** A series that is of no use. */
    record Refused(SeriesRejected rejection) implements Prepared {}
}
