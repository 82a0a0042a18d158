package dev.auricle.aggregator;

import dev.auricle.schemas.key.ShardKey;
import dev.auricle.schemas.record.ShardReceipt;
import dev.auricle.schemas.shard.Shards;
import dev.auricle.schemas.topic.RecordSerdes;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** Which partition records go to. */
final class Partitioning {
    private Partitioning() {}

    /** The same record to all. */
    static <K, V> StreamPartitioner<K, V> everyPartition() {
        return (topic, key, value, partitions) -> Optional.of(all(partitions));
    }

    /** To the lane that the shard's contributions came from. */
    static <V> StreamPartitioner<ShardKey, V> laneOfShard() {
        return (topic, key, value, partitions) -> Optional.of(Set.of(Shards.lane(key.shard(), partitions)));
    }

    static Repartitioned<String, ShardReceipt> receipts() {
        return Repartitioned.with(Serdes.String(), RecordSerdes.message(ShardReceipt.parser()))
                .withNumberOfPartitions(1)
                .withName("shard-receipts");
    }

    private static Set<Integer> all(int partitions) {
        return IntStream.range(0, partitions).boxed().collect(Collectors.toUnmodifiableSet());
    }
}
