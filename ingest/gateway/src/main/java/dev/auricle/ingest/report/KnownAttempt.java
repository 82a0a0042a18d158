package dev.auricle.ingest.report;

import dev.auricle.ingest.refuse.Stage;
import dev.auricle.schemas.record.LogRef;

/**
 * The newest revision of a series as it lies in {@code series.assembled}, and what became of it.
 *
 * @param revision of the series
 * @param instances how many it has
 * @param assembled where its records lie
 * @param outcome what became of it
 */
record KnownAttempt(SeriesRevision revision, Stage.Subject subject, int instances, LogRef assembled, Outcome outcome) {
    /**
     * A fate and when it was met.
     *
     * @param at epoch milliseconds
     */
    record Outcome(Fate fate, long at) {
        static final Outcome NONE = new Outcome(new Fate.Waiting(), 0);

        /** Whether it is to be believed rather than an earlier one; at one time, what was taken counts. */
        boolean supersedes(Outcome other) {
            return at > other.at || (at == other.at && !(fate instanceof Fate.Refused));
        }
    }

    Fate fate() {
        return outcome.fate();
    }

    /** With what became of it, unless something newer is known. */
    KnownAttempt decided(Outcome decision) {
        return decision.supersedes(outcome)
                ? new KnownAttempt(revision, subject, instances, assembled, decision)
                : this;
    }
}
