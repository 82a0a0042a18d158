package dev.auricle.aggregator.register;

import dev.auricle.schemas.record.RoundEvent;
import dev.auricle.schemas.record.ShardReceipt;

/** What the register hears of one version. */
public sealed interface RegisterSignal {
    /** A merged shard lies in the log. */
    record ShardMerged(ShardReceipt receipt) implements RegisterSignal {}

    /** A round that makes the version, or that has measured it, is committed. */
    record RoundCommitted(RoundEvent event) implements RegisterSignal {}
}
