package dev.auricle.trainer.replay;

import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.topic.Topics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Remembers, in the log itself, up to which offset a round is learned: a round that is repeated after a crash replays the
 * range that it began with, whatever has arrived since. The end is the committed offset of the site's partition, the
 * round its metadata.
 */
public final class RangeLedger implements AutoCloseable {
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final TopicPartition partition;

    /**
     * For one site.
     *
     * @param partition the site's partition of {@code samples}
     * @param group the consumer group under which ends are committed
     */
    public RangeLedger(KafkaConnection site, int partition, String group) {
        this.partition = new TopicPartition(Topics.SAMPLES.name(), partition);
        consumer = site.consumer(Map.of(ConsumerConfig.GROUP_ID_CONFIG, group));
        consumer.assign(List.of(this.partition));
    }

    /** The end with which a round began, if it has begun. */
    public Optional<Long> endOf(String round) {
        return Optional.ofNullable(consumer.committed(Set.of(partition)).get(partition))
                .filter(committed -> committed.metadata().equals(round))
                .map(OffsetAndMetadata::offset);
    }

    /** A round begins, with that end. */
    public void begin(String round, long end) {
        consumer.commitSync(Map.of(partition, new OffsetAndMetadata(end, round)));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
