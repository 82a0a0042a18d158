package dev.auricle.aggregator.merge;

import dev.auricle.schemas.record.UpdateShard;

/** Reads one shard of one update from where it lies in the log. */
public interface ShardSource extends AutoCloseable {
    /** The record of {@code update.shards} at that place. */
    UpdateShard read(int partition, long offset);

    @Override
    void close();
}
