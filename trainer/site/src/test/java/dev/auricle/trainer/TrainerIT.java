package dev.auricle.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import dev.auricle.learning.engine.EngineSettings;
import dev.auricle.learning.engine.LearningEngine;
import dev.auricle.learning.method.SiteModel;
import dev.auricle.learning.state.ModelState;
import dev.auricle.schemas.configuration.Configuration;
import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.connect.Worker;
import dev.auricle.schemas.identity.Sha256;
import dev.auricle.schemas.key.ShardKey;
import dev.auricle.schemas.log.Follower;
import dev.auricle.schemas.log.LogReader;
import dev.auricle.schemas.log.LogWriter;
import dev.auricle.schemas.log.PersonalReader;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.record.ModelManifest;
import dev.auricle.schemas.record.ModelShard;
import dev.auricle.schemas.record.Participant;
import dev.auricle.schemas.record.PersonalManifest;
import dev.auricle.schemas.record.Purpose;
import dev.auricle.schemas.record.RoundAbandoned;
import dev.auricle.schemas.record.RoundEvent;
import dev.auricle.schemas.record.RoundOpened;
import dev.auricle.schemas.record.Sample;
import dev.auricle.schemas.record.ShardPlace;
import dev.auricle.schemas.record.TensorShape;
import dev.auricle.schemas.record.UpdateManifest;
import dev.auricle.schemas.shard.FloatBytes;
import dev.auricle.schemas.shard.Layouts;
import dev.auricle.schemas.topic.Cluster;
import dev.auricle.schemas.topic.ClusterTopics;
import dev.auricle.schemas.topic.TopicSettings;
import dev.auricle.schemas.topic.Topics;
import dev.auricle.trainer.follow.OpenRound;
import dev.auricle.trainer.learn.BaseModel;
import dev.auricle.trainer.learn.RoundLearner;
import dev.auricle.trainer.learn.RoundResult;
import dev.auricle.trainer.learn.Turn;
import dev.auricle.trainer.publish.PartKeeper;
import dev.auricle.trainer.replay.SiteData;
import io.kroxylicious.testing.kafka.api.KafkaCluster;
import io.kroxylicious.testing.kafka.junit5ext.KafkaClusterExtension;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One site on a real broker; the hub's part is played by hand. Images are {@link Discs}. */
@ExtendWith(KafkaClusterExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class TrainerIT {
    /** Enough that learning from them takes much longer than seeing that it has begun. */
    private static final int MANY = 1_200;

    private static final Duration LONG = Duration.ofSeconds(60);

    private static final String PLAN = """
        federation: atrium
        sites: [south, north]
        preprocessing: {rows: 16, columns: 16}
        classes:
          - name: Left atrium
            category: {value: "91723000", scheme: SCT, meaning: Anatomical structure}
            type: {value: "82471001", scheme: SCT, meaning: Left atrium}
        network: {baseChannels: 4, depth: 1}
        learning: {localEpochs: 2, batchSize: 4, validationShare: 0.3, learningRateDecay: 0.5}
        rounds: {shardLength: 1000}
        """;

    private Plan plan = Configuration.parse(PLAN, "plan.yaml", Map.of()).as(Plan.class);
    private final LearningEngine engine = LearningEngine.start(EngineSettings.reproducible());

    @SuppressWarnings("NullAway.Init") // injected by the extension
    private KafkaCluster broker;

    @SuppressWarnings("NullAway.Init")
    private KafkaConnection connection;

    @BeforeEach
    void create_topics_and_publish_the_plan() {
        connection = KafkaConnection.to(broker.getBootstrapServers());
        var settings = Configuration.parse("topics: {lanes: 2, sites: 2}", "test", Map.of())
                .section("topics", TopicSettings.class);
        try (var admin = connection.admin();
                var writer = new LogWriter(connection)) {
            new ClusterTopics(admin, connection.bootstrap(), Cluster.BOTH, settings).create();
            writer.write(Topics.PLANS, "atrium", plan);
            writer.flush();
        }
    }

    @Test
    void answers_a_round_with_what_the_learner_learns_from_the_sites_own_range() {
        // Given
        writeSamples(0, 12, 1);
        open(1, Purpose.LEARN);
        // When
        try (var trainer = start("1s")) {
            var manifest = awaitAnswers(1).get(0);
            // Then
            var expected = learnDirectly(1, 12);
            assertThat(weightsOf(manifest)).isEqualTo(FloatBytes.of(expected));
            assertThat(Layouts.parameters(manifest.getLayout())).isEqualTo(expected.length);
            assertThat(manifest.getSamples()).isEqualTo(8);
            assertThat(manifest.getMetricsMap()).containsKeys("loss", "globalDice", "localDice");
            assertThat(manifest.getTrainedOn(0).getPartition()).isEqualTo(1);
            assertThat(manifest.getTrainedOn(0).getEnd()).isEqualTo(12);
            assertThat(manifest.getEngine()).contains("1 threads");
            assertThat(trainer.hasFailed()).isFalse();
        }
    }

    @Test
    void stopped_in_the_middle_it_repeats_the_round_on_the_range_it_began_with() {
        // Given
        writeSamples(0, MANY, 1);
        open(1, Purpose.LEARN);
        try (var trainer = start("1s")) {
            awaitBegun();
            assertThat(trainer.hasFailed()).isFalse();
        }
        boolean stoppedInTime = answers().isEmpty();
        writeSamples(MANY, 6, 1);
        // When
        try (var trainer = start("1s")) {
            var manifest = awaitAnswers(1).get(0);
            // Then
            assertThat(weightsOf(manifest)).isEqualTo(FloatBytes.of(learnDirectly(1, MANY)));
            assertThat(manifest.getTrainedOn(0).getEnd()).isEqualTo(MANY);
            assertThat(trainer.hasFailed()).isFalse();
        }
        assertThat(answers()).hasSize(1);
        assertThat(stoppedInTime)
                .as("the trainer was stopped before it answered")
                .isTrue();
    }

    @Test
    void a_higher_revision_of_a_series_replaces_the_lower_and_other_preprocessing_does_not_count() {
        // Given
        writeSamples(0, 12, 1);
        writeSamples(0, 4, 2);
        writeForeignSample();
        open(1, Purpose.LEARN);
        // When
        try (var trainer = start("1s")) {
            var manifest = awaitAnswers(1).get(0);
            // Then
            assertThat(manifest.getSamples()).isEqualTo(8);
            assertThat(manifest.getTrainedOn(0).getEnd()).isEqualTo(17);
            assertThat(trainer.hasFailed()).isFalse();
        }
    }

    @Test
    void a_sample_that_was_prepared_twice_counts_once() {
        // Given
        writeSamples(0, 12, 1);
        writeSamples(0, 12, 1);
        open(1, Purpose.LEARN);
        // When
        try (var trainer = start("1s")) {
            // Then
            assertThat(awaitAnswers(1).get(0).getSamples()).isEqualTo(12 - 4);
            assertThat(trainer.hasFailed()).isFalse();
        }
    }

    @Test
    void told_to_stop_while_it_waits_for_samples_it_ends_and_has_begun_nothing() {
        // Given
        open(1, Purpose.LEARN);
        // When
        try (var waiting = start("60s")) {
            awaitFollowing();
            assertThat(waiting.hasFailed()).isFalse();
        }
        // Then
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("trainer-"));
        writeSamples(0, 12, 1);
        try (var trainer = start("1s")) {
            assertThat(awaitAnswers(1).get(0).hasDeclined()).isFalse();
            assertThat(trainer.hasFailed()).isFalse();
        }
    }

    @Test
    void measures_without_sending_weights() {
        // Given
        writeSamples(0, 12, 1);
        open(1, Purpose.EVALUATE);
        // When
        try (var trainer = start("1s")) {
            var manifest = awaitAnswers(1).get(0);
            // Then
            assertThat(manifest.getMetricsMap()).containsKey("globalDice").doesNotContainKey("loss");
            assertThat(manifest.getSamples()).isEqualTo(4);
            assertThat(manifest.getShardSha256List()).isEmpty();
            assertThat(trainer.hasFailed()).isFalse();
        }
    }

    @Test
    void a_site_without_samples_declines_with_a_reason() {
        // Given
        open(1, Purpose.LEARN);
        // When
        try (var trainer = start("1s")) {
            // Then
            assertThat(awaitAnswers(1).get(0).getDeclined().getCode()).isEqualTo("TOO_FEW_SAMPLES");
            assertThat(trainer.hasFailed()).isFalse();
        }
    }

    @Test
    void a_site_waits_for_its_samples_for_a_while() {
        // Given
        open(1, Purpose.LEARN);
        try (var trainer = start("60s")) {
            awaitFollowing();
            // When
            writeSamples(0, 12, 1);
            // Then
            assertThat(awaitAnswers(1).get(0).hasDeclined()).isFalse();
            assertThat(trainer.hasFailed()).isFalse();
        }
    }

    /** A trainer that was killed between its answer's offset and the commit; the broker would wait a minute for it. */
    @Test
    void what_a_killed_predecessor_left_open_is_ended_at_once() {
        // Given
        writeSamples(0, 12, 1);
        open(1, Purpose.LEARN);
        var group = "auricle-trainer-atrium-north";
        var killed = connection.transactionalProducer(group);
        killed.initTransactions();
        killed.beginTransaction();
        try (var consumer = connection.consumer(Map.of(ConsumerConfig.GROUP_ID_CONFIG, group))) {
            killed.sendOffsetsToTransaction(
                    Map.of(new TopicPartition(Topics.ROUNDS.name(), 0), new OffsetAndMetadata(1)),
                    consumer.groupMetadata());
        }
        killed.close(Duration.ZERO);
        // When
        try (var trainer = start("1s")) {
            // Then
            await().atMost(LONG.dividedBy(2)).until(() -> answers().size() == 1);
            assertThat(trainer.hasFailed()).isFalse();
        }
    }

    @Test
    void what_the_method_keeps_lies_on_the_sites_cluster_and_not_in_the_update() {
        // Given
        followPlanWith("method: fedbn");
        writeSamples(0, 12, 1);
        open(1, Purpose.LEARN);
        // When
        try (var trainer = start("1s")) {
            var manifest = awaitAnswers(1).get(0);
            // Then
            var learned = learnDirectly(BaseModel.seed(plan, "north"), 1, 12);
            assertThat(weightsOf(manifest)).isEqualTo(FloatBytes.of(floats(learned.shared())));
            assertThat(manifest.getLayout().getTensorsList())
                    .extracting(TensorShape::getName)
                    .isNotEmpty()
                    .noneMatch(name -> name.endsWith(".scale") || name.endsWith(".shift"));
            assertThat(parts()).hasSize(1);
            var part = parts().get(0);
            assertThat(part.getUpdateId()).isEqualTo(manifest.getUpdateId());
            assertThat(part.getParentRound()).isZero();
            assertThat(part.getLayout().getTensorsList())
                    .extracting(TensorShape::getName)
                    .allMatch(name -> name.endsWith(".scale") || name.endsWith(".shift"));
            assertThat(weightsOf(part)).isEqualTo(floats(learned.personal().state()));
            assertThat(trainer.hasFailed()).isFalse();
        }
    }

    @Test
    void a_site_goes_on_from_the_part_that_goes_with_the_rounds_model_whatever_it_kept_of_an_abandoned_round() {
        // Given: round 1 counts, round 2 is abandoned
        followPlanWith("method: fedbn");
        writeSamples(0, 12, 1);
        open(1, Purpose.LEARN);
        try (var trainer = start("1s")) {
            var first = awaitAnswers(1).get(0);
            register(first);
            open(2, Purpose.LEARN, "atrium.1");
            awaitAnswers(2);
            write(event(2, Purpose.LEARN)
                    .setAbandoned(RoundAbandoned.getDefaultInstance())
                    .build());
            // When
            open(3, Purpose.LEARN, "atrium.1");
            var third = awaitAnswers(3).get(2);
            // Then
            var one = learnDirectly(BaseModel.seed(plan, "north"), 1, 12);
            var base = new BaseModel("atrium.1", ByteString.EMPTY, 1, one);
            var expected = learnDirectly(base, 3, 12);
            assertThat(weightsOf(third)).isEqualTo(FloatBytes.of(floats(expected.shared())));
            assertThat(parts()).extracting(PersonalManifest::getParentRound).containsExactly(0, 1, 1);
            assertThat(weightsOf(parts().get(2)))
                    .isEqualTo(floats(expected.personal().state()));
            assertThat(trainer.hasFailed()).isFalse();
        }
    }

    @Test
    void a_part_that_was_kept_and_whose_answer_was_not_published_is_kept_again_with_the_same_bytes() {
        // Given: as if killed between the two
        followPlanWith("method: fedbn");
        writeSamples(0, 12, 1);
        var begun = learnDirectly(BaseModel.seed(plan, "north"), 1, 12);
        try (var keeper = new PartKeeper(connection, plan, "north", true)) {
            keeper.keep(openRound(1), BaseModel.seed(plan, "north"), begun.personal());
        }
        open(1, Purpose.LEARN);
        // When
        try (var trainer = start("1s")) {
            var manifest = awaitAnswers(1).get(0);
            // Then
            assertThat(weightsOf(manifest)).isEqualTo(FloatBytes.of(floats(begun.shared())));
            assertThat(parts()).hasSize(2);
            assertThat(parts().get(1).getSha256()).isEqualTo(parts().get(0).getSha256());
            assertThat(trainer.hasFailed()).isFalse();
        }
    }

    @Test
    void asked_to_put_its_samples_in_one_place_a_site_declines() {
        // Given
        followPlanWith("method: centralised");
        writeSamples(0, 12, 1);
        open(1, Purpose.LEARN);
        // When
        try (var trainer = start("1s")) {
            // Then
            assertThat(awaitAnswers(1).get(0).getDeclined().getCode()).isEqualTo("ONLY_SIMULATED");
            assertThat(trainer.hasFailed()).isFalse();
        }
    }

    @Test
    void a_site_whose_labels_are_empty_declines_with_a_reason() {
        // Given
        writeSamples(0, 12, 1, sample -> sample.setLabel(ByteString.copyFrom(new byte[16 * 16])));
        open(1, Purpose.LEARN);
        // When
        try (var trainer = start("1s")) {
            // Then
            assertThat(awaitAnswers(1).get(0).getDeclined().getCode()).isEqualTo("NO_LABELS");
            assertThat(trainer.hasFailed()).isFalse();
        }
    }

    @Test
    void a_loss_that_is_no_number_is_told_and_nothing_is_sent_or_kept() {
        // Given: pixels so bright that their squares are no floats
        followPlanWith("method: fedbn");
        writeSamples(0, 12, 1, sample -> sample.setImage(FloatBytes.of(bright())));
        open(1, Purpose.LEARN);
        // When
        try (var trainer = start("1s")) {
            var manifest = awaitAnswers(1).get(0);
            // Then
            assertThat(manifest.getDeclined().getCode()).isEqualTo("DIVERGED");
            assertThat(manifest.getShardSha256List()).isEmpty();
            assertThat(parts()).isEmpty();
            assertThat(trainer.hasFailed()).isFalse();
        }
    }

    @Test
    void rounds_that_are_over_are_passed_over() {
        // Given
        writeSamples(0, 12, 1);
        open(1, Purpose.LEARN);
        write(event(1, Purpose.LEARN)
                .setAbandoned(RoundAbandoned.getDefaultInstance())
                .build());
        open(2, Purpose.EVALUATE);
        // When
        try (var trainer = start("1s")) {
            // Then
            assertThat(awaitAnswers(1)).extracting(UpdateManifest::getRound).containsExactly(2);
            assertThat(trainer.hasFailed()).isFalse();
        }
    }

    private Worker start(String patience) {
        var config =
                Configuration.parse("patience: " + patience, "test", Map.of()).as(TrainerConfig.class);
        var site = new TrainerSite("north", connection, connection, 2);
        return TrainerMain.start(config, site, "atrium", engine, Clock.systemUTC());
    }

    private float[] learnDirectly(int round, long end) {
        return floats(learnDirectly(BaseModel.seed(plan, "north"), round, end).shared());
    }

    private SiteModel learnDirectly(BaseModel base, int round, long end) {
        try (var data = new SiteData(connection, plan, "north")) {
            var result = new RoundLearner(engine, plan, "north")
                    .learn(
                            new Turn(round, round),
                            base.model(),
                            data.before(end).samples(),
                            () -> false)
                    .orElseThrow();
            return ((RoundResult.Update) result).model();
        }
    }

    private static float[] floats(ModelState state) {
        var vector = state.vector();
        var weights = new float[vector.remaining()];
        vector.get(weights);
        return weights;
    }

    private static float[] bright() {
        var pixels = new float[16 * 16];
        Arrays.fill(pixels, Float.MAX_VALUE);
        return pixels;
    }

    private void followPlanWith(String line) {
        plan = Configuration.parse(PLAN + line, "plan.yaml", Map.of()).as(Plan.class);
        try (var writer = new LogWriter(connection)) {
            writer.write(Topics.PLANS, "atrium", plan);
            writer.flush();
        }
    }

    private List<PersonalManifest> parts() {
        try (var follower = new Follower<>(connection, Topics.PERSONAL_MODELS)) {
            return follower.readToEnd().stream().map(LogReader.Entry::value).toList();
        }
    }

    private float[] weightsOf(PersonalManifest part) {
        try (var reader = new PersonalReader(connection)) {
            return reader.read(part);
        }
    }

    /** The site's update as the model of its round: what the hub makes of one site. */
    private void register(UpdateManifest update) {
        var manifest = ModelManifest.newBuilder()
                .setFederation("atrium")
                .setVersion("atrium." + update.getRound())
                .setRound(update.getRound())
                .setStatus(ModelManifest.Status.CANDIDATE)
                .setLayout(update.getLayout())
                .setPlanSha256(update.getPlanSha256())
                .addParticipants(
                        Participant.newBuilder().setSite("north").setSamples(8).setUpdateId(update.getUpdateId()));
        try (var writer = new LogWriter(connection)) {
            var shards = Layouts.shards(update.getLayout());
            var all = weightsOf(update);
            for (int shard = 0; shard < shards.count(); shard++) {
                int begin = Math.toIntExact(shards.begin(shard) * Float.BYTES);
                var weights = all.substring(begin, begin + shards.lengthOf(shard) * Float.BYTES);
                long offset = writer.append(
                        Topics.MODEL_SHARDS,
                        shard % 2,
                        new ShardKey(manifest.getVersion(), shard),
                        ModelShard.newBuilder().setWeights(weights).build());
                manifest.addShards(ShardPlace.newBuilder()
                        .setPartition(shard % 2)
                        .setOffset(offset)
                        .setSha256(Sha256.of(weights)));
            }
            writer.write(Topics.MODELS, manifest.getVersion(), manifest.build());
            writer.flush();
        }
    }

    private ByteString weightsOf(UpdateManifest manifest) {
        var shards = new ArrayList<ByteString>();
        try (var reader = new LogReader(connection)) {
            for (int shard = 0; shard < manifest.getShardSha256Count(); shard++) {
                int index = shard;
                reader.read(
                        Topics.UPDATE_SHARDS, shard % 2, 0, reader.end(Topics.UPDATE_SHARDS, shard % 2) - 1, entry -> {
                            if (entry.key().shard() == index
                                    && entry.value().getUpdateId().equals(manifest.getUpdateId())) {
                                shards.add(entry.value().getWeights());
                            }
                        });
                assertThat(Sha256.of(shards.get(shard))).isEqualTo(manifest.getShardSha256(shard));
            }
        }
        return ByteString.copyFrom(shards);
    }

    private List<UpdateManifest> awaitAnswers(int count) {
        await().atMost(LONG).until(() -> answers().size() >= count);
        return answers();
    }

    private List<UpdateManifest> answers() {
        try (var follower = new Follower<>(connection, Topics.UPDATE_MANIFESTS)) {
            return follower.readToEnd().stream().map(LogReader.Entry::value).toList();
        }
    }

    private void awaitBegun() {
        try (var admin = connection.admin()) {
            await().atMost(LONG)
                    .until(() -> admin
                            .listConsumerGroupOffsets("auricle-trainer-atrium-north")
                            .partitionsToOffsetAndMetadata()
                            .get()
                            .values()
                            .stream()
                            .anyMatch(committed -> committed.metadata().equals("atrium/1")));
        }
    }

    private void awaitFollowing() {
        try (var admin = connection.admin()) {
            await().atMost(LONG)
                    .until(() -> admin.listTransactions().all().get().stream()
                            .anyMatch(open -> open.transactionalId().equals("auricle-trainer-atrium-north")));
        }
    }

    private void open(int round, Purpose purpose) {
        open(round, purpose, "");
    }

    private void open(int round, Purpose purpose, String base) {
        write(opened(round, purpose, base));
    }

    private OpenRound openRound(int round) {
        return OpenRound.of(opened(round, Purpose.LEARN, ""), 0);
    }

    private RoundEvent opened(int round, Purpose purpose, String base) {
        return event(round, purpose)
                .setOpened(RoundOpened.newBuilder()
                        .setMerged(round)
                        .setBaseVersion(base)
                        .setPlanSha256(plan.sha256())
                        .setDeadlineAtMs(Clock.systemUTC().millis() + 60_000)
                        .addAllSites(plan.sites()))
                .build();
    }

    private static RoundEvent.Builder event(int round, Purpose purpose) {
        return RoundEvent.newBuilder().setFederation("atrium").setRound(round).setPurpose(purpose);
    }

    private void write(RoundEvent event) {
        try (var writer = new LogWriter(connection)) {
            writer.write(Topics.ROUNDS, "atrium", event);
            writer.flush();
        }
    }

    /** Four slices a series, one series a patient. */
    private void writeSamples(int first, int count, int revision) {
        writeSamples(first, count, revision, sample -> sample);
    }

    private void writeSamples(int first, int count, int revision, UnaryOperator<Sample.Builder> change) {
        try (var writer = new LogWriter(connection)) {
            for (int index = first; index < first + count; index++) {
                var sample = change.apply(Discs.sample(index))
                        .setSampleId("sample-" + index + "-" + revision)
                        .setSubject("patient-" + index / 4)
                        .setSeries("series-" + index / 4)
                        .setRevision(revision)
                        .setPreprocessingSha256(plan.preprocessingSha256())
                        .build();
                writer.write(Topics.SAMPLES, 1, sample.getSampleId(), sample);
            }
            writer.flush();
        }
    }

    private void writeForeignSample() {
        try (var writer = new LogWriter(connection)) {
            writer.write(
                    Topics.SAMPLES,
                    1,
                    "foreign",
                    Discs.sample(99).setSampleId("foreign").setSubject("other").build());
            writer.flush();
        }
    }
}
