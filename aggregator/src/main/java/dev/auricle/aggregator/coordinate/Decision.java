package dev.auricle.aggregator.coordinate;

import dev.auricle.schemas.record.RoundCommit;
import dev.auricle.schemas.record.RoundEvent;

/** What the coordinator says. */
public sealed interface Decision {
    /** To everybody, in the topic {@code rounds}. */
    record Announce(RoundEvent event) implements Decision {}

    /** To every lane of the merge, in the topic {@code round.commits}. */
    record Merge(RoundCommit commit) implements Decision {}
}
