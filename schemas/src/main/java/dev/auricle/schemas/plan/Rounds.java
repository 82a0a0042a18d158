package dev.auricle.schemas.plan;

import dev.auricle.schemas.configuration.Default;
import java.time.Duration;

/**
 * How sites meet.
 *
 * @param count how many rounds are committed before the model is measured and released
 * @param quorum how many sites a round needs; 0: all of them
 * @param deadline after which a round goes on with the quorum, or is abandoned without
 * @param rule how contributions become one model
 * @param shardLength floats of one shard; the last of a model may be shorter
 * @param abandonLimit how many rounds in a row may be abandoned before the federation gives up
 */
public record Rounds(
        @Default("10") int count,
        @Default("0") int quorum,
        @Default("10m") Duration deadline,
        @Default("fedavg") Rule rule,
        @Default("262144") int shardLength,
        @Default("3") int abandonLimit) {
    /** The longest shard whose bytes are no more than a mebibyte. */
    public static final int LONGEST_SHARD = 262_144;

    /** Refuses what no round can have. */
    public Rounds {
        Require.atLeast("count", count, 1);
        Require.atLeast("quorum", quorum, 0);
        Require.atLeast("deadline in milliseconds", deadline.toMillis(), 1);
        Require.between("shardLength", shardLength, 1, LONGEST_SHARD);
        Require.atLeast("abandonLimit", abandonLimit, 1);
    }
}
