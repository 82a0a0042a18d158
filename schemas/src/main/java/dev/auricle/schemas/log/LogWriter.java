package dev.auricle.schemas.log;

import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.topic.Topic;
import dev.auricle.schemas.topic.Traces;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Writes records to topics. A record counts when {@link #flush} or {@link #transact} returns; a failure of any record
 * since the last one surfaces there. Not thread-safe.
 */
public final class LogWriter implements AutoCloseable {
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicReference<Optional<UnableToWriteLog>> failure = new AtomicReference<>(Optional.empty());

    /** Writes record by record. */
    public LogWriter(KafkaConnection cluster) {
        producer = cluster.producer(Map.of());
    }

    /** Writes in transactions only, and ends those that an earlier owner of the id left open. */
    public LogWriter(KafkaConnection cluster, String transactionalId) {
        producer = cluster.transactionalProducer(transactionalId);
        producer.initTransactions();
    }

    /** Sends a record whose key decides the partition. */
    public <K, V> void write(Topic<K, V> topic, K key, V value) {
        send(topic.record(key, value));
    }

    /** Sends a record that is part of a study's way through the topics. */
    public <K, V> void write(Topic<K, V> topic, K key, V value, String trace) {
        var record = topic.record(key, value);
        Traces.of(trace).forEach(record.headers()::add);
        send(record);
    }

    /** Sends a record to a partition of the caller's choice. */
    public <K, V> void write(Topic<K, V> topic, int partition, K key, V value) {
        send(topic.record(partition, key, value));
    }

    /** Sends a record that is part of a study's way to a partition of the caller's choice. */
    public <K, V> void write(Topic<K, V> topic, int partition, K key, V value, String trace) {
        var record = topic.record(partition, key, value);
        Traces.of(trace).forEach(record.headers()::add);
        send(record);
    }

    /**
     * Writes a record to a partition, waits until it is acknowledged, and tells its offset.
     *
     * @throws UnableToWriteLog when it was not
     */
    public <K, V> long append(Topic<K, V> topic, int partition, K key, V value) {
        try {
            return producer.send(topic.record(partition, key, value)).get().offset();
        } catch (ExecutionException refused) {
            throw new UnableToWriteLog(topic.name(), refused);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UnableToWriteLog(topic.name(), interrupted);
        }
    }

    /** Offsets of input that the open transaction's records were made from; they count with it. */
    public void read(Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata group) {
        producer.sendOffsetsToTransaction(offsets, group);
    }

    /**
     * Waits until everything sent is acknowledged.
     *
     * @throws UnableToWriteLog when a record was not
     */
    public void flush() {
        producer.flush();
        failure.getAndSet(Optional.empty()).ifPresent(first -> {
            throw first;
        });
    }

    /** Runs {@code writes} as one transaction: all of its records count, or none. */
    public void transact(Runnable writes) {
        producer.beginTransaction();
        boolean written = false;
        try {
            writes.run();
            flush();
            written = true;
        } finally {
            if (!written) {
                producer.abortTransaction();
                failure.set(Optional.empty()); // what the abort itself failed is nobody's loss
            }
        }
        producer.commitTransaction();
    }

    @Override
    public void close() {
        producer.close(FAREWELL);
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        var unused = producer.send(record, (metadata, failed) -> {
            if (failed != null) {
                failure.compareAndSet(Optional.empty(), Optional.of(new UnableToWriteLog(record.topic(), failed)));
            }
        });
    }
}
