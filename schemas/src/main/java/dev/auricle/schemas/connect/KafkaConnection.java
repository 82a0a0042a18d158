package dev.auricle.schemas.connect;

import dev.auricle.schemas.topic.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * One Kafka cluster and how to speak to it.
 *
 * @param bootstrap host:port, several separated by commas
 * @param properties further client properties, such as {@code security.protocol}; they win over Auricle's own
 */
public record KafkaConnection(String bootstrap, Map<String, String> properties) {
    private static final int FETCH_BYTES = 8 << 20;
    private static final int RECORDS_IN_HAND = 16;

    /** Refuses an empty address. */
    public KafkaConnection {
        if (bootstrap.isBlank()) {
            throw new IllegalArgumentException("bootstrap must name a broker, such as 127.0.0.1:9092");
        }
        properties = Map.copyOf(properties);
    }

    /** With nothing but an address. */
    public static KafkaConnection to(String bootstrap) {
        return new KafkaConnection(bootstrap, Map.of());
    }

    /** An administrator. */
    public Admin admin() {
        return Admin.create(with(Map.of(
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 20_000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000)));
    }

    /** A producer that has a record only when every in-sync replica has it. */
    public KafkaProducer<byte[], byte[]> producer(Map<String, Object> more) {
        var settings = with(Map.of(
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                Topics.RECORD_BYTES));
        settings.putAll(more);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** A producer whose records count together or not at all. */
    public KafkaProducer<byte[], byte[]> transactionalProducer(String transactionalId) {
        return producer(Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId));
    }

    /** A consumer of what is committed; it commits nothing by itself and holds little in memory. */
    public KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> more) {
        var settings = with(Map.of(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "none",
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                FETCH_BYTES,
                ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                FETCH_BYTES,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                RECORDS_IN_HAND,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false));
        settings.putAll(more);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** The connection's own properties and these. */
    public Map<String, Object> with(Map<String, Object> more) {
        var settings = new HashMap<>(more);
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        settings.putAll(properties);
        return settings;
    }

    /** Names the properties, never their values: they may be passwords. */
    @Override
    public String toString() {
        return "KafkaConnection(" + bootstrap + ", " + new TreeSet<>(properties.keySet()) + ")";
    }
}
