package dev.auricle.schemas.log;

import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.topic.Topic;
import dev.auricle.schemas.topic.Traces;
import dev.auricle.schemas.topic.UnableToReachCluster;
import dev.auricle.schemas.topic.UnableToReadRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads whole topics from a point in time to where they end now, record by record: for whoever wants to know what became of
 * something. Holds few records in memory. Not thread-safe.
 */
public final class LogScan implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LogScan.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String bootstrap;
    private final Progress progress;
    private final KafkaConsumer<byte[], byte[]> consumer;

    /** Hears how far a scan has come. */
    @FunctionalInterface
    public interface Progress {
        /** So many of so many offsets of a topic are behind it. */
        void at(String topic, long read, long all);
    }

    /**
     * A committed record and where it lies.
     *
     * @param at epoch milliseconds
     * @param trace the study's keyed hash; empty where the record has none
     */
    public record Found<K, V>(int partition, long offset, long at, String trace, K key, V value) {}

    /** Reads from a cluster. */
    public LogScan(KafkaConnection cluster, Progress progress) {
        bootstrap = cluster.bootstrap();
        this.progress = progress;
        consumer = cluster.consumer(Map.of(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"));
    }

    /**
     * Hands over every record of a topic that is not older; of one partition, in its order. A record that cannot be read is
     * logged and passed over.
     *
     * @throws UnableToReachCluster when the brokers give nothing for a minute
     */
    public <K, V> void scan(Topic<K, V> topic, Instant since, Consumer<Found<K, V>> each) {
        var partitions = consumer.partitionsFor(topic.name()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        scan(topic, partitions, since, each);
    }

    @Override
    public void close() {
        consumer.close();
    }

    /** What is to be read of a partition, the end excluded. */
    private record Span(TopicPartition partition, long begin, long end) {}

    private <K, V> void scan(
            Topic<K, V> topic, List<TopicPartition> partitions, Instant since, Consumer<Found<K, V>> each) {
        var spans = spans(partitions, since);
        consumer.assign(partitions);
        spans.forEach(span -> consumer.seek(span.partition(), span.begin()));
        long all = left(spans);
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        for (long left = all; left > 0; left = left(spans)) {
            var records = consumer.poll(POLL);
            for (var span : spans) {
                records.records(span.partition()).stream()
                        .filter(record -> record.offset() < span.end())
                        .forEach(record -> read(topic, record).ifPresent(each));
            }
            if (!records.isEmpty()) {
                giveUp = System.nanoTime() + PATIENCE.toNanos();
            } else if (System.nanoTime() > giveUp) {
                throw new UnableToReachCluster(bootstrap, new TimeoutException(topic.name() + " is not read on"));
            }
            progress.at(topic.name(), all - left(spans), all);
        }
    }

    /** Each partition from its first record that is not older, or its end where there is none. */
    private List<Span> spans(List<TopicPartition> partitions, Instant since) {
        var ends = consumer.endOffsets(partitions);
        var firsts = consumer.offsetsForTimes(
                partitions.stream().collect(Collectors.toMap(partition -> partition, each -> since.toEpochMilli())));
        return ends.entrySet().stream()
                .map(end -> new Span(
                        end.getKey(),
                        Optional.ofNullable(firsts.get(end.getKey()))
                                .map(OffsetAndTimestamp::offset)
                                .orElse(end.getValue()),
                        end.getValue()))
                .toList();
    }

    private long left(List<Span> spans) {
        return spans.stream()
                .mapToLong(span -> Math.max(0, span.end() - consumer.position(span.partition())))
                .sum();
    }

    private static <K, V> Optional<Found<K, V>> read(Topic<K, V> topic, ConsumerRecord<byte[], byte[]> raw) {
        try {
            return Optional.of(new Found<>(
                    raw.partition(),
                    raw.offset(),
                    raw.timestamp(),
                    Traces.in(raw.headers()),
                    topic.key(raw),
                    topic.value(raw)));
        } catch (UnableToReadRecord malformed) {
            LOG.atWarn()
                    .addKeyValue("topic", raw.topic())
                    .addKeyValue("offset", raw.offset())
                    .setCause(malformed)
                    .log("a record cannot be read");
            return Optional.empty();
        }
    }
}
