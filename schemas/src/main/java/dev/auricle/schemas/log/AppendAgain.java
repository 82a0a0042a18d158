package dev.auricle.schemas.log;

import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.record.LogRef;
import dev.auricle.schemas.topic.Topic;
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

    @Override
    public void close() {
        reader.close();
        writer.close();
    }
}
