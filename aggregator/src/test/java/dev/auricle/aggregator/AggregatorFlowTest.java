package dev.auricle.aggregator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.auricle.aggregator.merge.ShardSource;
import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.connect.StreamsSettings;
import dev.auricle.schemas.key.AnswerKey;
import dev.auricle.schemas.key.ShardKey;
import dev.auricle.schemas.key.UpdateKey;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.record.Layout;
import dev.auricle.schemas.record.ModelManifest;
import dev.auricle.schemas.record.ModelManifest.Status;
import dev.auricle.schemas.record.ModelShard;
import dev.auricle.schemas.record.Purpose;
import dev.auricle.schemas.record.RoundEvent;
import dev.auricle.schemas.record.TensorShape;
import dev.auricle.schemas.record.UpdateManifest;
import dev.auricle.schemas.record.UpdateShard;
import dev.auricle.schemas.shard.FloatBytes;
import dev.auricle.schemas.shard.Layouts;
import dev.auricle.schemas.topic.Topic;
import dev.auricle.schemas.topic.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole chain, one lane, driven by hand: the driver has no log, so shards are read back from what was piped in. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AggregatorFlowTest {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(1);
    private static final Layout LAYOUT = Layout.newBuilder()
            .setShardLength(4)
            .addTensors(TensorShape.newBuilder().setName("w").addShape(6))
            .build();

    private final List<UpdateShard> log = new ArrayList<>();
    private final Plan plan = Plans.ofThreeSites("count: 1");
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, Plan> plans;
    private final TestInputTopic<AnswerKey, UpdateManifest> answers;
    private final TestInputTopic<UpdateKey, UpdateShard> shards;
    private final TestOutputTopic<String, RoundEvent> rounds;
    private final TestOutputTopic<ShardKey, ModelShard> modelShards;
    private final TestOutputTopic<String, ModelManifest> models;

    AggregatorFlowTest(@TempDir Path state) {
        var properties = properties(state);
        driver = new TopologyTestDriver(topology(properties), properties);
        plans = input(Topics.PLANS);
        answers = input(Topics.UPDATE_MANIFESTS);
        shards = input(Topics.UPDATE_SHARDS);
        rounds = output(Topics.ROUNDS);
        modelShards = output(Topics.MODEL_SHARDS);
        models = output(Topics.MODELS);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void the_chain_is_as_it_was_drawn(@TempDir Path state) throws IOException {
        try (var golden = AggregatorFlowTest.class.getResourceAsStream("/aggregator-flow.txt")) {
            assertThat(topology(properties(state)).describe().toString())
                    .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void three_sites_become_one_model_which_is_released_when_they_have_measured_it() {
        // Given
        plans.pipeInput("atrium", plan);
        // When
        contribute("south", 2, 30, 30);
        contribute("north", 1, 10, 10);
        contribute("west", 3, 20, 20);
        driver.advanceWallClockTime(LONG_ENOUGH);
        measure("north", 10, 0.5);
        measure("west", 10, 0.7);
        measure("south", 20, 0.9);
        driver.advanceWallClockTime(LONG_ENOUGH);
        // Then: θ = (1·10 + 3·20 + 2·30) / 60, and ten times that from the fifth parameter on
        float expected = (float) (10 / 60.0 * 1 + 20 / 60.0 * 3 + 30 / 60.0 * 2);
        var merged = modelShards.readKeyValuesToList();
        assertThat(merged)
                .extracting(pair -> pair.key)
                .containsExactly(new ShardKey("atrium.1", 0), new ShardKey("atrium.1", 1));
        assertThat(FloatBytes.toArray(merged.get(0).value.getWeights()))
                .containsExactly(expected, expected, expected, expected);
        assertThat(merged.get(1).value.getWeights().size()).isEqualTo(8);
        // And
        var manifests = models.readValuesToList();
        assertThat(manifests).extracting(ModelManifest::getStatus).containsExactly(Status.CANDIDATE, Status.RELEASED);
        assertThat(manifests.get(1)).satisfies(released -> {
            assertThat(released.getVersion()).isEqualTo("atrium.1");
            assertThat(released.getParameters()).isEqualTo(6);
            assertThat(released.getSha256())
                    .isEqualTo(Layouts.modelSha256(List.of(
                            released.getShards(0).getSha256(),
                            released.getShards(1).getSha256())));
            assertThat(released.getMetricsMap()).isEqualTo(Map.of("dice", 0.75));
            assertThat(released.getParticipantsList())
                    .extracting(site -> site.getSite())
                    .containsExactly("north", "west", "south");
        });
        // And
        assertThat(rounds.readValuesToList())
                .extracting(RoundEvent::getEventCase)
                .containsExactly(
                        RoundEvent.EventCase.OPENED,
                        RoundEvent.EventCase.COMMITTED,
                        RoundEvent.EventCase.OPENED,
                        RoundEvent.EventCase.COMMITTED,
                        RoundEvent.EventCase.FINISHED);
    }

    @Test
    void a_commit_waits_for_a_shard_that_comes_after_it() {
        // Given
        plans.pipeInput("atrium", plan);
        contribute("north", 1, 10, 10);
        contribute("west", 3, 20, 20);
        sendShard("south", 0, 2f, 2f, 2f, 2f);
        answers.pipeInput(
                new AnswerKey("atrium", 1, "south"),
                answer("south", Purpose.LEARN, 30).build());
        driver.advanceWallClockTime(LONG_ENOUGH);
        assertThat(models.isEmpty()).isTrue();
        // When
        sendShard("south", 1, 20f, 20f);
        driver.advanceWallClockTime(LONG_ENOUGH);
        // Then
        assertThat(models.readValue().getShardsCount()).isEqualTo(2);
    }

    @Test
    void places_are_forgotten_when_a_round_is_merged() {
        // Given
        plans.pipeInput("atrium", plan);
        contribute("north", 1, 10, 10);
        contribute("west", 3, 20, 20);
        contribute("south", 2, 30, 30);
        // When
        driver.advanceWallClockTime(LONG_ENOUGH);
        // Then
        assertThat(driver.<String, Long>getKeyValueStore("shard-places").all().hasNext())
                .isFalse();
        assertThat(driver.<String, Object>getKeyValueStore("pending-merges")
                        .all()
                        .hasNext())
                .isFalse();
    }

    @Test
    void the_deadline_is_kept_by_the_clock() {
        // Given
        plans.pipeInput("atrium", plan);
        // When
        driver.advanceWallClockTime(Duration.ofSeconds(61));
        // Then
        assertThat(rounds.readValuesToList())
                .extracting(RoundEvent::getEventCase)
                .containsExactly(
                        RoundEvent.EventCase.OPENED, RoundEvent.EventCase.ABANDONED, RoundEvent.EventCase.OPENED);
    }

    private void contribute(String site, float weight, long samples, float tenfold) {
        sendShard(site, 0, weight, weight, weight, weight);
        sendShard(site, 1, tenfold, tenfold);
        answers.pipeInput(
                new AnswerKey("atrium", 1, site),
                answer(site, Purpose.LEARN, samples).build());
    }

    private void sendShard(String site, int shard, float... weights) {
        var update = UpdateShard.newBuilder()
                .setUpdateId(site + "-1")
                .setWeights(FloatBytes.of(weights))
                .build();
        log.add(update);
        shards.pipeInput(new UpdateKey("atrium", 1, shard, site), update);
    }

    private void measure(String site, long samples, double dice) {
        answers.pipeInput(
                new AnswerKey("atrium", 2, site),
                answer(site, Purpose.EVALUATE, samples)
                        .setRound(2)
                        .putMetrics("dice", dice)
                        .clearLayout()
                        .build());
    }

    private UpdateManifest.Builder answer(String site, Purpose purpose, long samples) {
        return UpdateManifest.newBuilder()
                .setFederation("atrium")
                .setRound(1)
                .setPurpose(purpose)
                .setSite(site)
                .setUpdateId(site + "-1")
                .setSamples(samples)
                .setLayout(LAYOUT)
                .addShardSha256(ByteString.copyFromUtf8("hash"))
                .setPlanSha256(plan.sha256());
    }

    private Topology topology(Properties properties) {
        return AggregatorFlow.build(new StreamsConfig(properties), 1, () -> new ShardSource() {
            @Override
            public UpdateShard read(int partition, long offset) {
                if (offset >= log.size()) {
                    throw new AssertionError("nothing was piped in at " + offset);
                }
                return log.get((int) offset);
            }

            @Override
            public void close() {}
        });
    }

    private static Properties properties(Path state) {
        return new StreamsSettings(state, 1, 1).properties(KafkaConnection.to("unused:1"), "test");
    }

    private <K, V> TestInputTopic<K, V> input(Topic<K, V> topic) {
        return driver.createInputTopic(
                topic.name(), topic.keySerde().serializer(), topic.valueSerde().serializer());
    }

    private <K, V> TestOutputTopic<K, V> output(Topic<K, V> topic) {
        return driver.createOutputTopic(
                topic.name(),
                topic.keySerde().deserializer(),
                topic.valueSerde().deserializer());
    }
}
