package dev.auricle.ingest.report;

import dev.auricle.ingest.refuse.Refusal;
import dev.auricle.ingest.refuse.Stage;
import dev.auricle.schemas.log.LogScan.Found;
import dev.auricle.schemas.record.LogRef;
import dev.auricle.schemas.record.SeriesRejected;
import java.util.Set;

/**
 * An instance, or a series, that was refused before it was a series in the log.
 *
 * @param trace the study's keyed hash
 * @param example the instance, or one of the series
 */
public record RefusedEarly(
        String site, String study, String series, String trace, Set<Refusal> refusals, LogRef example)
        implements Refused {
    /** Keeps a copy of the set. */
    public RefusedEarly {
        refusals = Set.copyOf(refusals);
    }

    static RefusedEarly of(Found<String, SeriesRejected> found, Set<Refusal> refusals) {
        var rejection = found.value();
        return new RefusedEarly(
                rejection.getSite(),
                rejection.getStudyInstanceUid(),
                rejection.getSeriesInstanceUid(),
                found.trace(),
                refusals,
                rejection.getLog(0));
    }

    /** Whether it was refused at a stage. */
    boolean at(Stage stage) {
        return refusals.stream().anyMatch(refusal -> refusal.stage() == stage);
    }
}
