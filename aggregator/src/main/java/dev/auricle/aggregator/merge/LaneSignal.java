package dev.auricle.aggregator.merge;

import dev.auricle.schemas.key.UpdateKey;
import dev.auricle.schemas.record.RoundCommit;

/** What one lane of the merge hears. */
public sealed interface LaneSignal {
    /** A site's shard is in the log. Its bytes stay there. */
    record ShardArrived(UpdateKey key, String updateId) implements LaneSignal {}

    /** The coordinator has decided who is in. */
    record RoundDecided(RoundCommit commit) implements LaneSignal {}
}
