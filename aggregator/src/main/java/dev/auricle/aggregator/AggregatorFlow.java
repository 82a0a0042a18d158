package dev.auricle.aggregator;

import dev.auricle.aggregator.coordinate.Coordinate;
import dev.auricle.aggregator.coordinate.Decision;
import dev.auricle.aggregator.coordinate.Signal;
import dev.auricle.aggregator.merge.MergeShards;
import dev.auricle.aggregator.merge.ShardSource;
import dev.auricle.aggregator.register.RegisterModel;
import dev.auricle.aggregator.register.RegisterSignal;
import dev.auricle.aggregator.register.WriteReceipt;
import dev.auricle.schemas.topic.Topics;
import java.util.function.Supplier;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Named;

/**
 * The hub's chain.
 *
 * <pre>
 *   plans, update.manifests, models ─▶ coordinate ─▶ rounds, round.commits
 *   update.shards, round.commits    ─▶ merge      ─▶ model.shards
 *   model.shards, rounds            ─▶ register   ─▶ models
 * </pre>
 */
public final class AggregatorFlow {
    private AggregatorFlow() {}

    /**
     * Builds the topology.
     *
     * @param lanes partitions of {@code update.shards}
     * @param openShards opens a reader of contributions, one a lane
     */
    public static Topology build(StreamsConfig config, int lanes, Supplier<ShardSource> openShards) {
        var builder = new StreamsBuilder(new TopologyConfig(config));
        StateStores.all().forEach(builder::addStateStore);
        coordinate(builder);
        merge(builder, lanes, openShards);
        register(builder);
        return builder.build();
    }

    private static void coordinate(StreamsBuilder builder) {
        var plans = builder.stream(Topics.PLANS.name(), Topics.PLANS.consumed("consume-plans"))
                .mapValues(plan -> (Signal) new Signal.PlanPublished(plan), Named.as("hear-plan"));
        var answers = builder.stream(
                        Topics.UPDATE_MANIFESTS.name(), Topics.UPDATE_MANIFESTS.consumed("consume-answers"))
                .map(Signals::ofAnswer, Named.as("hear-answer"));
        var models = builder.stream(Topics.MODELS.name(), Topics.MODELS.consumed("consume-models"))
                .map(Signals::ofModel, Named.as("hear-model"));
        // One partition each: re-keying by federation moves nothing.
        var decisions = plans.merge(answers, Named.as("plans-and-answers"))
                .merge(models, Named.as("all-signals"))
                .process(Coordinate::new, Named.as("coordinate"), Coordinate.STORE);
        decisions
                .filter(
                        (federation, decision) -> decision instanceof Decision.Announce,
                        Named.as("select-announcements"))
                .mapValues(decision -> ((Decision.Announce) decision).event(), Named.as("unwrap-announcement"))
                .to(Topics.ROUNDS.name(), Topics.ROUNDS.produced("announce"));
        decisions
                .filter((federation, decision) -> decision instanceof Decision.Merge, Named.as("select-merges"))
                .map(Signals::toCommit, Named.as("key-by-round"))
                .to(
                        Topics.ROUND_COMMITS.name(),
                        Topics.ROUND_COMMITS
                                .produced("tell-every-lane")
                                .withStreamPartitioner(Partitioning.everyPartition()));
    }

    private static void merge(StreamsBuilder builder, int lanes, Supplier<ShardSource> openShards) {
        var shards = builder.stream(Topics.UPDATE_SHARDS.name(), Topics.UPDATE_SHARDS.consumed("consume-shards"))
                .map(Signals::ofShard, Named.as("hear-shard"));
        var commits = builder.stream(Topics.ROUND_COMMITS.name(), Topics.ROUND_COMMITS.consumed("consume-commits"))
                .map(Signals::ofCommit, Named.as("hear-commit"));
        // Lanes are co-partitioned by hand: shard i lies in partition i mod lanes of both topics, so keys need not
        // agree.
        shards.merge(commits, Named.as("lane-signals"))
                .process(
                        () -> new MergeShards(lanes, openShards),
                        Named.as("merge"),
                        MergeShards.PLACES,
                        MergeShards.PENDING)
                .to(
                        Topics.MODEL_SHARDS.name(),
                        Topics.MODEL_SHARDS
                                .produced("produce-model-shards")
                                .withStreamPartitioner(Partitioning.laneOfShard()));
    }

    private static void register(StreamsBuilder builder) {
        var receipts = builder.stream(Topics.MODEL_SHARDS.name(), Topics.MODEL_SHARDS.consumed("consume-model-shards"))
                .process(WriteReceipt::new, Named.as("write-receipt"))
                // Receipts of all lanes meet in one task, which knows when a version is whole.
                .repartition(Partitioning.receipts())
                .mapValues(
                        receipt -> (RegisterSignal) new RegisterSignal.ShardMerged(receipt), Named.as("hear-receipt"));
        var commits = builder.stream(Topics.ROUNDS.name(), Topics.ROUNDS.consumed("consume-rounds"))
                .filter((federation, event) -> event.hasCommitted(), Named.as("select-committed"))
                .map(Signals::ofCommitted, Named.as("hear-committed"));
        receipts.merge(commits, Named.as("version-signals"))
                .process(RegisterModel::new, Named.as("register"), RegisterModel.STORE)
                .to(Topics.MODELS.name(), Topics.MODELS.produced("produce-models"));
    }
}
