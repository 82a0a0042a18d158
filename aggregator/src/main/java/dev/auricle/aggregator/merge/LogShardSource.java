package dev.auricle.aggregator.merge;

import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.log.LogReader;
import dev.auricle.schemas.record.UpdateShard;
import dev.auricle.schemas.topic.Topics;
import java.util.ArrayList;

/** Shards from the log itself: nothing is kept a second time. */
public final class LogShardSource implements ShardSource {
    private final LogReader log;

    /** Reads from the federation's cluster. */
    public LogShardSource(KafkaConnection federation) {
        log = new LogReader(federation);
    }

    @Override
    public UpdateShard read(int partition, long offset) {
        var found = new ArrayList<UpdateShard>(1);
        log.read(Topics.UPDATE_SHARDS, partition, offset, offset, entry -> found.add(entry.value()));
        if (found.isEmpty()) {
            throw new UnableToMerge("update.shards-" + partition + "@" + offset + " holds no committed shard");
        }
        return found.get(0);
    }

    @Override
    public void close() {
        log.close();
    }
}
