package dev.auricle.ingest.backfill;

/** Has series sent. */
public interface Retrieval {
    /**
     * Has one series sent, and returns when it has come.
     *
     * @throws UnableToBackfill when nobody answers
     */
    Fetched fetch(SeriesEntry series);

    /**
     * What came of it.
     *
     * @param instances that came, as far as the archive tells
     * @param failed that did not
     */
    record Fetched(int instances, int failed) {
        boolean isWhole() {
            return failed == 0;
        }
    }
}
