package dev.auricle.ingest.report;

import dev.auricle.ingest.refuse.Refusal;
import dev.auricle.schemas.record.LogRef;
import java.util.Optional;
import java.util.Set;

/**
 * A series whose newest revision was refused and not taken since.
 *
 * @param assembled where its records lie
 * @param example where one of its instances lies
 */
public record RefusedSeries(SeriesRevision revision, Set<Refusal> refusals, LogRef assembled, LogRef example)
        implements Refused {
    /** Keeps a copy of the set. */
    public RefusedSeries {
        refusals = Set.copyOf(refusals);
    }

    @Override
    public String series() {
        return revision.series();
    }

    static Optional<RefusedSeries> of(KnownAttempt attempt) {
        return attempt.fate() instanceof Fate.Refused refused
                ? Optional.of(new RefusedSeries(
                        attempt.revision(), refused.refusals(), attempt.assembled(), refused.example()))
                : Optional.empty();
    }
}
