package dev.auricle.aggregator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.schemas.configuration.Configuration;
import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.connect.RunningTopology;
import dev.auricle.schemas.connect.StreamsSettings;
import dev.auricle.schemas.identity.Sha256;
import dev.auricle.schemas.key.AnswerKey;
import dev.auricle.schemas.key.UpdateKey;
import dev.auricle.schemas.log.Follower;
import dev.auricle.schemas.log.LogWriter;
import dev.auricle.schemas.log.ModelReader;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.record.Layout;
import dev.auricle.schemas.record.ModelManifest;
import dev.auricle.schemas.record.Purpose;
import dev.auricle.schemas.record.RoundEvent;
import dev.auricle.schemas.record.TensorShape;
import dev.auricle.schemas.record.UpdateManifest;
import dev.auricle.schemas.record.UpdateShard;
import dev.auricle.schemas.shard.FloatBytes;
import dev.auricle.schemas.shard.Shards;
import dev.auricle.schemas.topic.Cluster;
import dev.auricle.schemas.topic.ClusterTopics;
import dev.auricle.schemas.topic.Topic;
import dev.auricle.schemas.topic.TopicSettings;
import dev.auricle.schemas.topic.Topics;
import io.kroxylicious.testing.kafka.api.KafkaCluster;
import io.kroxylicious.testing.kafka.junit5ext.KafkaClusterExtension;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Real broker, three lanes, a model of four shards. Weights are drawn from seeds 1, 2 and 3. */
@ExtendWith(KafkaClusterExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class AggregatorFlowIT {
    private static final int LANES = 3;
    private static final int PARAMETERS = 1_000_003;
    private static final Layout LAYOUT = Layout.newBuilder()
            .setShardLength(262_144)
            .addTensors(TensorShape.newBuilder().setName("w").addShape(PARAMETERS))
            .build();
    private static final List<String> SITES = List.of("north", "west", "south");
    private static final Map<String, Integer> SAMPLES = Map.of("north", 11, "west", 23, "south", 5);

    private final Plan plan = Plans.ofThreeSites("count: 1");

    @SuppressWarnings("NullAway.Init") // injected by the extension
    private KafkaCluster broker;

    @SuppressWarnings("NullAway.Init")
    private KafkaConnection connection;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path state;

    @BeforeEach
    void create_topics() {
        connection = KafkaConnection.to(broker.getBootstrapServers());
        var settings = Configuration.parse("topics: {lanes: 3, sites: 3}", "test", Map.of())
                .section("topics", TopicSettings.class);
        try (var admin = connection.admin()) {
            new ClusterTopics(admin, connection.bootstrap(), Cluster.HUB, settings).create();
        }
    }

    @Test
    void a_model_is_the_weighted_mean_whoever_comes_first_and_whatever_was_aborted() {
        try (var aggregator = start();
                var reader = new ModelReader(connection)) {
            // Given
            publishPlan();
            abort("south");
            // When
            contribute("south");
            contribute("north");
            contribute("west");
            // Then
            var manifest = awaitModel(ModelManifest.Status.CANDIDATE);
            assertThat(FloatBytes.of(reader.read(manifest))).isEqualTo(FloatBytes.of(expected()));
            assertThat(aggregator.hasFailed()).isFalse();
        }
    }

    @Test
    void stopped_between_answers_and_started_again_it_goes_on_where_it_was() {
        // Given
        try (var before = start()) {
            publishPlan();
            contribute("west");
            contribute("south");
            assertThat(before.hasFailed()).isFalse();
        }
        // When
        try (var after = start();
                var reader = new ModelReader(connection)) {
            contribute("north");
            var manifest = awaitModel(ModelManifest.Status.CANDIDATE);
            // Then
            assertThat(FloatBytes.of(reader.read(manifest))).isEqualTo(FloatBytes.of(expected()));
            assertThat(after.hasFailed()).isFalse();
        }
        try (var rounds = new Follower<>(connection, Topics.ROUNDS)) {
            assertThat(rounds.readToEnd())
                    .extracting(entry -> entry.value().getEventCase())
                    .startsWith(RoundEvent.EventCase.OPENED, RoundEvent.EventCase.COMMITTED)
                    .filteredOn(RoundEvent.EventCase.COMMITTED::equals)
                    .hasSize(1);
        }
    }

    private RunningTopology start() {
        return AggregatorMain.start(
                new AggregatorConfig("auricle-aggregator", new StreamsSettings(state, 2, 1)),
                connection,
                LANES,
                Clock.systemUTC());
    }

    private void publishPlan() {
        try (var writer = new LogWriter(connection)) {
            writer.write(Topics.PLANS, "atrium", plan);
            writer.flush();
        }
        await(Topics.ROUNDS, RoundEvent::hasOpened);
    }

    private void contribute(String site) {
        try (var writer = new LogWriter(connection, "trainer-" + site)) {
            writer.transact(() -> writeUpdate(writer, site, "good", weights(site)));
        }
    }

    private void abort(String site) {
        try (var writer = new LogWriter(connection, "trainer-" + site)) {
            assertThatThrownBy(() -> writer.transact(() -> {
                        writeUpdate(writer, site, "bad", new float[PARAMETERS]);
                        writer.flush();
                        throw new IllegalStateException("killed");
                    }))
                    .hasMessage("killed");
        }
    }

    private void writeUpdate(LogWriter writer, String site, String id, float[] weights) {
        var shards = new Shards(PARAMETERS, LAYOUT.getShardLength());
        var manifest = UpdateManifest.newBuilder()
                .setFederation("atrium")
                .setRound(1)
                .setSite(site)
                .setPurpose(Purpose.LEARN)
                .setUpdateId(id)
                .setSamples(SAMPLES.getOrDefault(site, 0))
                .setLayout(LAYOUT)
                .setPlanSha256(plan.sha256());
        for (int shard = 0; shard < shards.count(); shard++) {
            var bytes = FloatBytes.of(weights, (int) shards.begin(shard), shards.lengthOf(shard));
            writer.write(
                    Topics.UPDATE_SHARDS,
                    Shards.lane(shard, LANES),
                    new UpdateKey("atrium", 1, shard, site),
                    UpdateShard.newBuilder().setUpdateId(id).setWeights(bytes).build());
            manifest.addShardSha256(Sha256.of(bytes));
        }
        writer.write(Topics.UPDATE_MANIFESTS, new AnswerKey("atrium", 1, site), manifest.build());
    }

    private ModelManifest awaitModel(ModelManifest.Status status) {
        return await(Topics.MODELS, model -> model.getStatus() == status);
    }

    private <K, V> V await(Topic<K, V> topic, Predicate<V> wanted) {
        var giveUp = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        try (var follower = new Follower<>(connection, topic)) {
            while (System.nanoTime() < giveUp) {
                var found = follower.poll(Duration.ofMillis(200)).stream()
                        .map(entry -> entry.value())
                        .filter(wanted)
                        .findFirst();
                if (found.isPresent()) {
                    return found.get();
                }
            }
        }
        throw new AssertionError("nothing of the kind came into " + topic.name());
    }

    private static float[] weights(String site) {
        var random = new Random(1 + SITES.indexOf(site));
        var weights = new float[PARAMETERS];
        for (int index = 0; index < PARAMETERS; index++) {
            weights[index] = (float) random.nextGaussian();
        }
        return weights;
    }

    private static float[] expected() {
        var sum = new double[PARAMETERS];
        for (var site : SITES) {
            var weights = weights(site);
            for (int index = 0; index < PARAMETERS; index++) {
                sum[index] += SAMPLES.getOrDefault(site, 0) / 39.0 * weights[index];
            }
        }
        var mean = new float[PARAMETERS];
        for (int index = 0; index < PARAMETERS; index++) {
            mean[index] = (float) sum[index];
        }
        return mean;
    }
}
