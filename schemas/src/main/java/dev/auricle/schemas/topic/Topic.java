package dev.auricle.schemas.topic;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;

/** A Kafka topic: where it lives, how it is kept, and the only serdes that may read or write it. */
public record Topic<K, V>(
        String name,
        Cluster cluster,
        Partitions partitions,
        Retention retention,
        Serde<K> keySerde,
        Serde<V> valueSerde) {

    /** As a source of a topology, under the operator's name. */
    public Consumed<K, V> consumed(String operator) {
        return Consumed.with(keySerde, valueSerde).withName(operator);
    }

    /** As a sink of a topology, under the operator's name. */
    public Produced<K, V> produced(String operator) {
        return Produced.with(keySerde, valueSerde).withName(operator);
    }

    /** A record for this topic, serialised; {@code partition} is the caller's choice. */
    public ProducerRecord<byte[], byte[]> record(int partition, K key, V value) {
        return new ProducerRecord<>(name, partition, keyBytes(key), valueBytes(value));
    }

    /** A record for this topic, serialised; its key decides the partition. */
    public ProducerRecord<byte[], byte[]> record(K key, V value) {
        return new ProducerRecord<>(name, keyBytes(key), valueBytes(value));
    }

    /** The key of a record that was read as bytes. */
    public K key(ConsumerRecord<byte[], byte[]> raw) {
        return keySerde.deserializer().deserialize(name, raw.key());
    }

    /** The value of a record that was read as bytes. */
    public V value(ConsumerRecord<byte[], byte[]> raw) {
        return valueSerde.deserializer().deserialize(name, raw.value());
    }

    private byte[] keyBytes(K key) {
        return keySerde.serializer().serialize(name, key);
    }

    private byte[] valueBytes(V value) {
        return valueSerde.serializer().serialize(name, value);
    }
}
