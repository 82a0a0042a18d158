package dev.auricle.aggregator;

import dev.auricle.aggregator.merge.LogShardSource;
import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.connect.RunningTopology;
import java.time.Clock;

/** Runs the aggregator. */
public final class AggregatorMain {
    private AggregatorMain() {}

    /**
     * Starts on a federation's cluster, whose topics must exist.
     *
     * @param lanes partitions of {@code update.shards}
     */
    public static RunningTopology start(AggregatorConfig config, KafkaConnection federation, int lanes, Clock clock) {
        return RunningTopology.start(
                config.application(),
                federation,
                config.streams(),
                clock,
                streams -> AggregatorFlow.build(streams, lanes, () -> new LogShardSource(federation)));
    }
}
