package dev.auricle.schemas.topic;

import dev.auricle.schemas.configuration.Default;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * The section {@code topics} of the configuration: what a cluster is sized for.
 *
 * @param parallelism partitions of the topics that studies flow through
 * @param sites partitions of {@code samples}, one a site
 * @param lanes partitions of the topics that shards flow through
 * @param replication replicas of each partition
 * @param minInSync replicas that must have a record before it counts
 * @param keep how long what is kept by time is kept
 * @param keepLong how long what is kept long is kept
 */
public record TopicSettings(
        @Default("4") int parallelism,
        @Default("1") int sites,
        @Default("4") int lanes,
        @Default("1") int replication,
        @Default("1") int minInSync,
        @Default("30d") Duration keep,
        @Default("3650d") Duration keepLong) {

    /** Refuses counts below one. */
    public TopicSettings {
        requirePositive("parallelism", parallelism);
        requirePositive("sites", sites);
        requirePositive("lanes", lanes);
        requirePositive("replication", replication);
        requirePositive("minInSync", minInSync);
        if (minInSync > replication) {
            throw new IllegalArgumentException("minInSync is " + minInSync + ", but replication only " + replication);
        }
    }

    /** How many partitions a topic has with these settings. */
    public int partitionsOf(Topic<?, ?> topic) {
        return switch (topic.partitions()) {
            case ONE -> 1;
            case PARALLEL -> parallelism;
            case PER_SITE -> sites;
            case LANES -> lanes;
        };
    }

    NewTopic create(Topic<?, ?> topic) {
        return new NewTopic(topic.name(), partitionsOf(topic), (short) replication).configs(configOf(topic));
    }

    /** What a topic's settings on the broker are; everything else stays the broker's default. */
    Map<String, String> configOf(Topic<?, ?> topic) {
        return Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG, topic.retention() == Retention.COMPACTED ? "compact" : "delete",
                TopicConfig.RETENTION_MS_CONFIG, String.valueOf(keepMillis(topic.retention())),
                TopicConfig.RETENTION_BYTES_CONFIG, "-1",
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(Topics.RECORD_BYTES),
                TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, String.valueOf(minInSync));
    }

    private long keepMillis(Retention retention) {
        return switch (retention) {
            case BY_TIME -> keep.toMillis();
            case LONG -> keepLong.toMillis();
            case FOREVER, COMPACTED -> -1;
        };
    }

    private static void requirePositive(String what, int count) {
        if (count < 1) {
            throw new IllegalArgumentException(what + " must be at least 1, got " + count);
        }
    }
}
