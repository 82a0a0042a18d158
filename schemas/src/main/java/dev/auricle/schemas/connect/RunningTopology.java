package dev.auricle.schemas.connect;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;

/** A topology at work. */
public final class RunningTopology implements AutoCloseable {
    private static final Duration FAREWELL = Duration.ofSeconds(20);

    private final KafkaStreams streams;

    private RunningTopology(KafkaStreams streams) {
        this.streams = streams;
    }

    /**
     * Starts one on a cluster whose topics exist.
     *
     * @param application consumer group and prefix of internal topics
     */
    public static RunningTopology start(
            String application,
            KafkaConnection cluster,
            StreamsSettings settings,
            Clock clock,
            Function<StreamsConfig, Topology> build) {
        var properties = settings.properties(cluster, application);
        var streams = new KafkaStreams(build.apply(new StreamsConfig(properties)), properties);
        streams.setUncaughtExceptionHandler(new FailureBudget(application, clock));
        streams.start();
        return new RunningTopology(streams);
    }

    /** Whether it has stopped by itself, for a reason that does not pass. */
    public boolean hasFailed() {
        return streams.state() == KafkaStreams.State.ERROR;
    }

    /** Stops and leaves the group, so that another takes over at once. */
    @Override
    public void close() {
        streams.close(
                CloseOptions.timeout(FAREWELL).withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
    }
}
