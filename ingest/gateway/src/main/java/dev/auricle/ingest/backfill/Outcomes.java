package dev.auricle.ingest.backfill;

import dev.auricle.dicom.network.Retrieved;
import dev.auricle.ingest.backfill.Retrieval.Fetched;

/** What the sub-operations of a retrieval come to. */
final class Outcomes {
    private Outcomes() {}

    /** Of a refusal all instances failed, though none was tried; at least one, where nobody knows how many there are. */
    static Fetched of(SeriesEntry series, Retrieved retrieved) {
        var counts = retrieved.counts();
        int came = counts.completed() + counts.warning();
        boolean refused = !retrieved.isComplete() && counts.failed() == 0;
        return new Fetched(came, refused ? Math.max(1, series.instances() - came) : counts.failed());
    }
}
