package dev.auricle.schemas.log;

import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.record.LogRef;
import dev.auricle.schemas.topic.Topic;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Appends records once more, as they are, to the partition that they lie in, so that whoever follows the topic deals with them
 * anew. Those of one range are one transaction: a process that dies leaves them appended or not. Whoever begins puts an end
 * to all others of the same name. Not thread-safe.
 */
public final class AppendAgain implements AutoCloseable {
    private final LogReader reader;
    private final LogWriter writer;

    /** Begins on a cluster, under a name that only one may have. */
    public AppendAgain(KafkaConnection cluster, String name) {
        writer = new LogWriter(cluster, name);
        reader = new LogReader(cluster);
    }

    /**
     * Appends the records of a range that are wanted; records of other origin may lie between.
     *
     * @throws UnableToReadLog when the range has left the log
     */
    public <K, V> void append(Topic<K, V> topic, LogRef range, Predicate<V> wanted) {
        int partition = range.getPartition();
        writer.transact(() -> reader.read(topic, partition, range.getFirstOffset(), range.getLastOffset(), record -> {
            if (wanted.test(record.value())) {
                writer.write(topic, partition, record.key(), record.value(), record.trace());
            }
        }));
    }

    /**
     * Appends copies of the records of a range, and a note with them: all of that is there, or nothing.
     *
     * @param copy of a record; none of those that are not wanted
     * @throws UnableToReadLog when the range has left the log
     */
    public <K, V> void append(Topic<K, V> topic, LogRef range, Function<V, Optional<V>> copy, Note<?, ?> note) {
        int partition = range.getPartition();
        writer.transact(() -> {
            reader.read(
                    topic,
                    partition,
                    range.getFirstOffset(),
                    range.getLastOffset(),
                    record -> copy.apply(record.value())
                            .ifPresent(value -> writer.write(topic, partition, record.key(), value, record.trace())));
            note.write(writer);
        });
    }

    /** A record of another topic that says what was appended. */
    public record Note<K, V>(Topic<K, V> topic, K key, V value, String trace) {
        private void write(LogWriter writer) {
            writer.write(topic, key, value, trace);
        }
    }

    @Override
    public void close() {
        reader.close();
        writer.close();
    }
}
