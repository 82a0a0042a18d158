package dev.auricle.inference.follow;

import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.topic.Topic;
import dev.auricle.schemas.topic.Traces;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Follows a topic whose values come in several records, as a member of a group, and hands out wholes one after the other.
 * What is to be committed with the result of a whole never passes over records of another that are still in hand.
 */
public final class PartsFollower<K, V> implements AutoCloseable {
    private static final int SESSION_MILLIS = 10_000;
    private static final int MOST_MILLIS_A_WHOLE = 1_800_000;

    private final Topic<K, V> topic;
    private final Parts<V> parts;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Deque<ConsumerRecord<byte[], byte[]>> inHand = new ArrayDeque<>();
    private final Map<String, Incomplete<V>> incomplete = new HashMap<>();

    /** How records make a whole. */
    public interface Parts<V> {
        /** Names the whole that a record is of. */
        String whole(V part);

        /** Whether it is the first of its whole. */
        boolean isFirst(V part);

        /** Whether it is the last. */
        boolean isLast(V part);
    }

    /** A whole of which the last record has not come. */
    private record Incomplete<V>(TopicPartition partition, long firstOffset, List<V> parts) {}

    /**
     * A whole and where it lies.
     *
     * @param parts in order
     * @param trace of the last record
     * @param read what to commit with its result
     */
    public record Whole<V>(
            List<V> parts,
            String trace,
            TopicPartition partition,
            long firstOffset,
            long lastOffset,
            Map<TopicPartition, OffsetAndMetadata> read) {}

    /** Joins the group. */
    public PartsFollower(KafkaConnection site, Topic<K, V> topic, String group, Parts<V> parts) {
        this.topic = topic;
        this.parts = parts;
        consumer = site.consumer(Map.of(
                ConsumerConfig.GROUP_ID_CONFIG, group,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS,
                ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, MOST_MILLIS_A_WHOLE));
        consumer.subscribe(List.of(topic.name()), new ForgetWhatIsLost());
    }

    /** The next whole, if one is complete within {@code patience}. */
    public Optional<Whole<V>> poll(Duration patience) {
        if (inHand.isEmpty()) {
            consumer.poll(patience).forEach(inHand::addLast);
        }
        while (!inHand.isEmpty()) {
            var whole = take(inHand.removeFirst());
            if (whole.isPresent()) {
                return whole;
            }
        }
        return Optional.empty();
    }

    /** The group to commit for. */
    public ConsumerGroupMetadata group() {
        return consumer.groupMetadata();
    }

    @Override
    public void close() {
        consumer.close();
    }

    private Optional<Whole<V>> take(ConsumerRecord<byte[], byte[]> record) {
        var part = topic.value(record);
        var name = parts.whole(part);
        var partition = new TopicPartition(record.topic(), record.partition());
        if (parts.isFirst(part)) {
            incomplete.put(name, new Incomplete<>(partition, record.offset(), new ArrayList<>()));
        }
        var whole = incomplete.get(name);
        if (whole == null) {
            return Optional.empty();
        }
        whole.parts().add(part);
        if (!parts.isLast(part)) {
            return Optional.empty();
        }
        incomplete.remove(name);
        return Optional.of(new Whole<>(
                List.copyOf(whole.parts()),
                Traces.in(record.headers()),
                partition,
                whole.firstOffset(),
                record.offset(),
                Map.of(partition, new OffsetAndMetadata(resumeAt(partition, record.offset() + 1)))));
    }

    private long resumeAt(TopicPartition partition, long next) {
        return incomplete.values().stream()
                .filter(whole -> whole.partition().equals(partition))
                .mapToLong(Incomplete::firstOffset)
                .reduce(next, Math::min);
    }

    /** Another member reads on where the last commit was; what is in hand here would be done twice. */
    private final class ForgetWhatIsLost implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> lost) {
            inHand.removeIf(record -> lost.contains(new TopicPartition(record.topic(), record.partition())));
            incomplete.values().removeIf(whole -> lost.contains(whole.partition()));
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> gained) {
            // The consumer begins at the committed offset by itself.
        }
    }
}
