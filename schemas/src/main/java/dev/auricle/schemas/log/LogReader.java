package dev.auricle.schemas.log;

import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.topic.Topic;
import dev.auricle.schemas.topic.Traces;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Reads ranges of committed records from partitions, in offset order. Ranges read one after another in ascending order
 * cost one pass over the log. Holds few records in memory. Not thread-safe: one reader a thread.
 */
public final class LogReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /**
     * How long a broker may hold a request for what comes after the last record. A seek elsewhere waits for that request,
     * and this reader seeks all the time.
     */
    private static final int TAIL_MILLIS = 20;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Deque<ConsumerRecord<byte[], byte[]>> inHand = new ArrayDeque<>();
    private Optional<TopicPartition> assigned = Optional.empty();

    /** Reads from this cluster. */
    public LogReader(KafkaConnection cluster) {
        consumer = cluster.consumer(Map.of(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, TAIL_MILLIS));
    }

    /**
     * A committed record with its key and value as the topic has them.
     *
     * @param trace the study's keyed hash; empty where the record has none
     */
    public record Entry<K, V>(long offset, long timestamp, String trace, K key, V value) {
        static <K, V> Entry<K, V> of(Topic<K, V> topic, ConsumerRecord<byte[], byte[]> raw) {
            return new Entry<>(
                    raw.offset(), raw.timestamp(), Traces.in(raw.headers()), topic.key(raw), topic.value(raw));
        }
    }

    /**
     * Hands over every committed record from {@code first} to {@code last}, both included.
     *
     * @throws UnableToReadLog when the range is no longer in the log
     * @throws TimeoutException when the brokers do not give it; that may pass
     */
    public <K, V> void read(Topic<K, V> topic, int partition, long first, long last, Consumer<Entry<K, V>> each) {
        var from = new TopicPartition(topic.name(), partition);
        try {
            position(from, first);
            readUntil(from, last, raw -> each.accept(Entry.of(topic, raw)));
        } catch (OffsetOutOfRangeException gone) {
            throw new UnableToReadLog(from + " holds no offset " + first + " any more", gone);
        }
    }

    /** The offset after a partition's last committed record. */
    public long end(Topic<?, ?> topic, int partition) {
        var of = new TopicPartition(topic.name(), partition);
        return consumer.endOffsets(List.of(of)).values().iterator().next();
    }

    /** The offset of a partition's first record. */
    public long begin(Topic<?, ?> topic, int partition) {
        var of = new TopicPartition(topic.name(), partition);
        return consumer.beginningOffsets(List.of(of)).values().iterator().next();
    }

    /** Waits a while for a committed record at or after an offset, and tells the end as {@link #end} does. */
    public long awaitBeyond(Topic<?, ?> topic, int partition, long offset, Duration patience) {
        position(new TopicPartition(topic.name(), partition), offset);
        if (inHand.isEmpty()) {
            consumer.poll(patience).forEach(inHand::addLast);
        }
        return end(topic, partition);
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void position(TopicPartition from, long first) {
        if (assigned.filter(from::equals).isEmpty()) {
            consumer.assign(List.of(from));
            assigned = Optional.of(from);
            inHand.clear();
            consumer.seek(from, first);
            return;
        }
        while (!inHand.isEmpty() && inHand.peekFirst().offset() < first) {
            inHand.removeFirst();
        }
        if (inHand.isEmpty()
                ? consumer.position(from) != first
                : inHand.peekFirst().offset() > first) {
            inHand.clear();
            consumer.seek(from, first);
        }
    }

    private void readUntil(TopicPartition from, long last, Consumer<ConsumerRecord<byte[], byte[]>> each) {
        var giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            while (!inHand.isEmpty() && inHand.peekFirst().offset() <= last) {
                each.accept(inHand.removeFirst());
                giveUp = System.nanoTime() + PATIENCE.toNanos();
            }
            if (!inHand.isEmpty() || consumer.position(from) > last) {
                return;
            }
            if (System.nanoTime() > giveUp) {
                throw new TimeoutException(from + " did not reach offset " + last + " within " + PATIENCE.toSeconds()
                        + " s; it stands at " + consumer.position(from));
            }
            consumer.poll(POLL).forEach(inHand::addLast);
        }
    }
}
