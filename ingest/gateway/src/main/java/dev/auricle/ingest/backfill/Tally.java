package dev.auricle.ingest.backfill;

import dev.auricle.ingest.backfill.Retrieval.Fetched;

/**
 * What a backfill came to, so far.
 *
 * @param found series in the catalogue
 * @param held of them, whole in the log before
 * @param fetched of them, whole now
 * @param incomplete of them, of which the archive did not send everything
 * @param instances that came
 */
public record Tally(int found, int held, int fetched, int incomplete, long instances) {
    /** Nothing yet. */
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0);

    Tally withHeld() {
        return new Tally(found + 1, held + 1, fetched, incomplete, instances);
    }

    Tally with(Fetched series) {
        return series.isWhole()
                ? new Tally(found + 1, held, fetched + 1, incomplete, instances + series.instances())
                : new Tally(found + 1, held, fetched, incomplete + 1, instances + series.instances());
    }

    /** Whether everything that was wanted is there. */
    public boolean isComplete() {
        return incomplete == 0;
    }
}
