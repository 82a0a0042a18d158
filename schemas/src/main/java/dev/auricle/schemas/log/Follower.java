package dev.auricle.schemas.log;

import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.topic.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Follows a whole topic from its beginning, without a consumer group: for small topics whose every record an
 * application wants to know ({@code plans}, {@code rounds}, {@code models}). Not thread-safe.
 */
public final class Follower<K, V> implements AutoCloseable {
    private final Topic<K, V> topic;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;

    /** Starts before the topic's first record. */
    public Follower(KafkaConnection cluster, Topic<K, V> topic) {
        this.topic = topic;
        consumer = cluster.consumer(Map.of());
        partitions = consumer.partitionsFor(topic.name()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** What has come since the last call; empty when nothing came within {@code patience}. */
    public List<LogReader.Entry<K, V>> poll(Duration patience) {
        var entries = new ArrayList<LogReader.Entry<K, V>>();
        consumer.poll(patience).forEach(raw -> entries.add(LogReader.Entry.of(topic, raw)));
        return entries;
    }

    /** Everything up to what the topic holds now. */
    public List<LogReader.Entry<K, V>> readToEnd() {
        var ends = consumer.endOffsets(partitions);
        var entries = new ArrayList<LogReader.Entry<K, V>>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            entries.addAll(poll(Duration.ofMillis(100)));
        }
        return entries;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
