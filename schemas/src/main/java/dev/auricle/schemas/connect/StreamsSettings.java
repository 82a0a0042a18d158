package dev.auricle.schemas.connect;

import dev.auricle.schemas.configuration.Default;
import dev.auricle.schemas.topic.Topics;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;

/**
 * How an application runs its topology: exactly once, every store and internal topic named by us.
 *
 * @param state where local state is kept; it can be rebuilt from the log
 * @param threads how many tasks run at once
 * @param replication replicas of internal topics
 */
public record StreamsSettings(
        @Default("auricle-work/state") Path state,
        @Default("1") int threads,
        @Default("1") int replication) {
    private static final int SESSION_MILLIS = 10_000;
    private static final int BUFFERED_RECORDS = 16;

    /** Refuses counts below one. */
    public StreamsSettings {
        if (threads < 1 || replication < 1) {
            throw new IllegalArgumentException("threads and replication must be at least 1");
        }
    }

    /** The properties of one application on one cluster. */
    public Properties properties(KafkaConnection cluster, String application) {
        var settings = new HashMap<String, Object>(Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG,
                application,
                StreamsConfig.STATE_DIR_CONFIG,
                state.toString(),
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                StreamsConfig.EXACTLY_ONCE_V2,
                StreamsConfig.NUM_STREAM_THREADS_CONFIG,
                threads,
                StreamsConfig.REPLICATION_FACTOR_CONFIG,
                replication,
                StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG,
                true,
                StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG,
                BUFFERED_RECORDS,
                StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG,
                0,
                StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
                LogAndContinueExceptionHandler.class));
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), SESSION_MILLIS);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), BUFFERED_RECORDS);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), Topics.RECORD_BYTES);
        settings.put(StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), Topics.RECORD_BYTES);
        var properties = new Properties();
        properties.putAll(cluster.with(settings));
        return properties;
    }
}
