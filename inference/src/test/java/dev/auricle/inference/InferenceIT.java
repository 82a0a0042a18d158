package dev.auricle.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import dev.auricle.dicom.annotation.SegmentationReader;
import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.network.AssociationLimits;
import dev.auricle.dicom.network.AssociationPolicy;
import dev.auricle.dicom.network.ContextPolicy;
import dev.auricle.dicom.network.DicomServer;
import dev.auricle.dicom.network.DimseStatus;
import dev.auricle.dicom.network.InstanceSink;
import dev.auricle.dicom.network.ServerOptions;
import dev.auricle.dicom.network.VertxDicomNetwork;
import dev.auricle.dicom.syntax.DataSetReader;
import dev.auricle.dicom.syntax.DataSetWriter;
import dev.auricle.dicom.syntax.ReadLimits;
import dev.auricle.inference.encode.ResultIdentity;
import dev.auricle.inference.follow.ModelFollower;
import dev.auricle.inference.retry.ReadFailures;
import dev.auricle.inference.retry.RetryDeliveries;
import dev.auricle.learning.engine.EngineSettings;
import dev.auricle.learning.engine.LearningEngine;
import dev.auricle.learning.state.ModelState;
import dev.auricle.schemas.configuration.Configuration;
import dev.auricle.schemas.connect.FederationConfig;
import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.identity.Sha256;
import dev.auricle.schemas.key.AnswerKey;
import dev.auricle.schemas.key.ShardKey;
import dev.auricle.schemas.key.UpdateKey;
import dev.auricle.schemas.log.Follower;
import dev.auricle.schemas.log.LogReader;
import dev.auricle.schemas.log.LogRefs;
import dev.auricle.schemas.log.LogWriter;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.record.DeliveryFailed;
import dev.auricle.schemas.record.InstanceChunk;
import dev.auricle.schemas.record.InstanceSeal;
import dev.auricle.schemas.record.Layout;
import dev.auricle.schemas.record.ModelManifest;
import dev.auricle.schemas.record.ModelShard;
import dev.auricle.schemas.record.Participant;
import dev.auricle.schemas.record.PersonalManifest;
import dev.auricle.schemas.record.PreparedSlices;
import dev.auricle.schemas.record.PreparedVolume;
import dev.auricle.schemas.record.Segmentation;
import dev.auricle.schemas.record.SeriesAssembled;
import dev.auricle.schemas.record.SeriesInstance;
import dev.auricle.schemas.record.ShardPlace;
import dev.auricle.schemas.record.TensorShape;
import dev.auricle.schemas.shard.FloatBytes;
import dev.auricle.schemas.topic.Cluster;
import dev.auricle.schemas.topic.ClusterTopics;
import dev.auricle.schemas.topic.Topic;
import dev.auricle.schemas.topic.TopicSettings;
import dev.auricle.schemas.topic.Topics;
import io.kroxylicious.testing.kafka.api.KafkaCluster;
import io.kroxylicious.testing.kafka.junit5ext.KafkaClusterExtension;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Inference on a real broker and against a real archive of our own making. The model's last bias makes every pixel an
 * atrium, so what is segmented is what was prepared.
 */
@ExtendWith(KafkaClusterExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class InferenceIT {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final ByteString PART = ByteString.copyFromUtf8("hash of a part");

    private final Vertx vertx = Vertx.vertx();
    private final VertxDicomNetwork network = new VertxDicomNetwork(vertx);
    private final List<DataSet> stored = new CopyOnWriteArrayList<>();
    private volatile DimseStatus answer = DimseStatus.SUCCESS;
    private final int archivePort = freePort();
    private final LearningEngine engine = LearningEngine.start(EngineSettings.reproducible());
    private static final String PLAN = """
        federation: atrium
        sites: [north]
        preprocessing: {rows: 8, columns: 8, rowSpacing: 2, columnSpacing: 2, sliceSpacing: 3, centre: image}
        classes:
          - name: Left atrium
            category: {value: "91723000", scheme: SCT, meaning: Anatomical structure}
            type: {value: "82471001", scheme: SCT, meaning: Left atrium}
        network: {baseChannels: 4, depth: 1}
        """;

    private Plan plan = Configuration.parse(PLAN, "plan.yaml", Map.of()).as(Plan.class);

    @SuppressWarnings("NullAway.Init") // injected by the extension
    private KafkaCluster broker;

    @SuppressWarnings("NullAway.Init")
    private KafkaConnection connection;

    @BeforeEach
    void create_topics_and_publish_the_plan() {
        connection = KafkaConnection.to(broker.getBootstrapServers());
        var settings = Configuration.parse("topics: {parallelism: 2, lanes: 1}", "test", Map.of())
                .section("topics", TopicSettings.class);
        try (var admin = connection.admin();
                var writer = new LogWriter(connection)) {
            new ClusterTopics(admin, connection.bootstrap(), Cluster.BOTH, settings).create();
            writer.write(Topics.PLANS, "atrium", plan);
            writer.flush();
        }
    }

    @AfterEach
    void close() throws Exception {
        get(vertx.close());
    }

    @Test
    void what_waits_is_segmented_when_a_model_is_released_and_its_seg_is_stored() throws Exception {
        // Given
        listen();
        prepare(plan.preprocessingSha256());
        try (var inference = start()) {
            register(ModelManifest.Status.CANDIDATE);
            assertThat(read(Topics.SEGMENTATIONS)).isEmpty();
            // When
            register(ModelManifest.Status.RELEASED);
            // Then
            await().atMost(LONG).until(() -> !stored.isEmpty());
            var segmentation = read(Topics.SEGMENTATIONS).get(0);
            assertThat(segmentation.getVolumes(0).getVoxels()).isEqualTo(4 * 64);
            assertThat(segmentation.getModelVersion()).isEqualTo("atrium.3");
            assertThat(stored).singleElement().satisfies(seg -> {
                assertThat(seg.require(Tags.SOP_INSTANCE_UID).string())
                        .isEqualTo(ResultIdentity.of(segmentation).segUid());
                assertThat(SegmentationReader.read(seg).mask(1).count(1)).isEqualTo(4 * 64);
            });
            assertThat(inference.hasFailed()).isFalse();
        }
        assertThat(read(Topics.DELIVERY_FAILED)).isEmpty();
    }

    /** The site's own model sees nothing anywhere, the federation's sees an atrium everywhere. */
    @Test
    void asked_for_both_it_answers_as_the_federation_and_as_the_site_sees_it_under_names_of_their_own()
            throws Exception {
        // Given
        plan = Configuration.parse(PLAN + "method: ditto", "plan.yaml", Map.of())
                .as(Plan.class);
        try (var writer = new LogWriter(connection)) {
            writer.write(Topics.PLANS, "atrium", plan);
            writer.flush();
        }
        listen();
        register(ModelManifest.Status.RELEASED);
        keepPartThatSeesNothing();
        prepare(plan.preprocessingSha256());
        // When
        try (var inference = start("answer: both\nsamples: 2\n")) {
            await().atMost(LONG).until(() -> stored.size() == 2);
            assertThat(inference.hasFailed()).isFalse();
        }
        // Then
        var both = read(Topics.SEGMENTATIONS);
        assertThat(both).extracting(Segmentation::getModelVersion).containsExactly("atrium.3", "atrium.3+north");
        assertThat(both)
                .extracting(Segmentation::getPredicted)
                .containsExactly(Segmentation.Predicted.BY_FEDERATION, Segmentation.Predicted.BY_SITE);
        assertThat(both)
                .extracting(answered -> answered.getVolumes(0).getVoxels())
                .containsExactly(4L * 64, 0L);
        assertThat(both.get(1).getPartSha256()).isEqualTo(PART);
        assertThat(stored)
                .extracting(seg -> seg.require(Tags.CONTENT_DESCRIPTION).string())
                .containsExactlyInAnyOrder("AI, global prediction, atrium.3", "AI, site's prediction, atrium.3+north");
        assertThat(stored)
                .extracting(seg -> seg.require(Tags.SOP_INSTANCE_UID).string())
                .doesNotHaveDuplicates();
    }

    /** The site's head, which stays there, sees nothing anywhere. */
    @Test
    void asked_for_the_sites_prediction_it_answers_with_what_the_site_kept_under_a_name_of_its_own() throws Exception {
        // Given
        plan = Configuration.parse(PLAN + "method: fedper", "plan.yaml", Map.of())
                .as(Plan.class);
        try (var writer = new LogWriter(connection)) {
            writer.write(Topics.PLANS, "atrium", plan);
            writer.flush();
        }
        listen();
        register(ModelManifest.Status.RELEASED);
        keepPartThatSeesNothing();
        prepare(plan.preprocessingSha256());
        // When
        try (var inference = start("answer: both\nsamples: 2\n")) {
            await().atMost(LONG).until(() -> !stored.isEmpty());
            assertThat(inference.hasFailed()).isFalse();
        }
        // Then
        var answered = read(Topics.SEGMENTATIONS);
        assertThat(answered).extracting(Segmentation::getModelVersion).containsExactly("atrium.3+north");
        assertThat(answered).extracting(Segmentation::getPredicted).containsExactly(Segmentation.Predicted.BY_SITE);
        assertThat(answered.get(0).getVolumes(0).getVoxels()).isZero();
        assertThat(answered.get(0).getPartSha256()).isEqualTo(PART);
        assertThat(stored)
                .extracting(seg -> seg.require(Tags.CONTENT_DESCRIPTION).string())
                .containsExactly("AI, site's prediction, atrium.3+north");
    }

    @Test
    void a_method_without_a_model_for_everybody_is_not_asked_for_one() throws Exception {
        // Given
        plan = Configuration.parse(PLAN + "method: fedbn", "plan.yaml", Map.of())
                .as(Plan.class);
        try (var writer = new LogWriter(connection)) {
            writer.write(Topics.PLANS, "atrium", plan);
            writer.flush();
        }
        register(ModelManifest.Status.RELEASED);
        prepare(plan.preprocessingSha256());
        // When
        try (var inference = start()) {
            // Then
            await().atMost(LONG).until(() -> !read(Topics.DELIVERY_FAILED).isEmpty());
            assertThat(read(Topics.DELIVERY_FAILED).get(0).getReason().getCode())
                    .isEqualTo("NO_GLOBAL_MODEL");
            assertThat(inference.hasFailed()).isFalse();
        }
    }

    @Test
    void an_archive_that_is_away_gets_the_seg_when_it_is_back() throws Exception {
        // Given
        register(ModelManifest.Status.RELEASED);
        prepare(plan.preprocessingSha256());
        try (var inference = start()) {
            await().atMost(LONG).until(() -> !read(Topics.SEGMENTATIONS).isEmpty());
            // When
            listen();
            // Then
            await().atMost(LONG).until(() -> stored.size() == 1);
            assertThat(inference.hasFailed()).isFalse();
        }
        assertThat(read(Topics.DELIVERY_FAILED)).isEmpty();
    }

    @Test
    void what_the_archive_refuses_goes_to_delivery_failed_and_others_go_on() throws Exception {
        // Given
        answer = DimseStatus.CANNOT_UNDERSTAND;
        listen();
        register(ModelManifest.Status.RELEASED);
        prepare(plan.preprocessingSha256());
        // When
        try (var inference = start()) {
            // Then
            await().atMost(LONG).until(() -> !read(Topics.DELIVERY_FAILED).isEmpty());
            assertThat(inference.hasFailed()).isFalse();
        }
        assertThat(read(Topics.DELIVERY_FAILED)).singleElement().satisfies(failed -> {
            assertThat(failed.getTarget()).isEqualTo(DeliveryFailed.Target.ARCHIVE);
            assertThat(failed.getReason().getCode()).isEqualTo("REFUSED");
            assertThat(failed.getReason().getSentence()).isEqualTo("C-STORE status C000");
            assertThat(failed.getAttempts()).isEqualTo(1);
            assertThat(failed.getSegmentation().getTopic()).isEqualTo("segmentations");
        });
    }

    @Test
    void what_the_archive_refused_is_put_back_once_and_delivered_when_the_archive_takes_it() throws Exception {
        // Given
        answer = DimseStatus.CANNOT_UNDERSTAND;
        listen();
        register(ModelManifest.Status.RELEASED);
        prepare(plan.preprocessingSha256());
        try (var inference = start()) {
            await().atMost(LONG).until(() -> !failures().isEmpty());
            answer = DimseStatus.SUCCESS;
            // When
            assertThat(putBack()).isEqualTo(1);
            assertThat(putBack()).isZero();
            // Then
            await().atMost(LONG).until(() -> stored.size() == 1);
            assertThat(inference.hasFailed()).isFalse();
        }
        assertThat(failures()).isEmpty();
        assertThat(read(Topics.DELIVERY_FAILED)).hasSize(1);
        assertThat(read(Topics.SEGMENTATIONS)).hasSize(2);
    }

    private List<DeliveryFailed> failures() {
        return new ReadFailures(connection, (topic, read, all) -> {}).read("north");
    }

    private int putBack() {
        try (var retry = new RetryDeliveries(connection, "north")) {
            var failures = failures();
            failures.forEach(retry::send);
            return failures.size();
        }
    }

    @Test
    void started_again_it_segments_nothing_twice() throws Exception {
        // Given
        listen();
        register(ModelManifest.Status.RELEASED);
        prepare(plan.preprocessingSha256());
        try (var inference = start()) {
            await().atMost(LONG).until(() -> !stored.isEmpty());
            assertThat(inference.hasFailed()).isFalse();
        }
        // When
        try (var inference = start()) {
            prepare(plan.preprocessingSha256());
            await().atMost(LONG).until(() -> read(Topics.SEGMENTATIONS).size() == 2);
            await().atMost(LONG).until(() -> stored.size() >= 2);
            assertThat(inference.hasFailed()).isFalse();
        }
        // Then: the second volume is the same series and revision, and so is its SEG
        assertThat(stored)
                .extracting(seg -> seg.require(Tags.SOP_INSTANCE_UID).string())
                .containsOnly(
                        ResultIdentity.of(read(Topics.SEGMENTATIONS).get(0)).segUid());
    }

    @Test
    void a_volume_that_another_plan_prepared_is_not_segmented() {
        // Given
        register(ModelManifest.Status.RELEASED);
        prepare(ByteString.copyFromUtf8("other"));
        // When
        try (var inference = start()) {
            // Then
            await().atMost(LONG).until(() -> !read(Topics.DELIVERY_FAILED).isEmpty());
            assertThat(inference.hasFailed()).isFalse();
        }
        assertThat(read(Topics.DELIVERY_FAILED).get(0).getReason().getCode()).isEqualTo("PREPARED_OTHERWISE");
        assertThat(read(Topics.SEGMENTATIONS)).isEmpty();
    }

    private InferenceMain start() {
        return start("");
    }

    private InferenceMain start(String lines) {
        var config = Configuration.parse(lines + """
            archive: {host: 127.0.0.1, port: %d, aeTitle: ARCHIVE}
            retry: {first: 100ms, longest: 1s, attempts: 60}
            """.formatted(archivePort), "test", Map.of())
                .as(InferenceConfig.class);
        var federation = new FederationConfig("atrium", connection.bootstrap(), Map.of());
        return new InferenceMain(
                config, new InferenceMain.Surroundings(connection, federation, Clock.systemUTC()), engine, network);
    }

    private DicomServer listen() throws Exception {
        return get(network.listen(
                new ServerOptions("127.0.0.1", archivePort, AssociationLimits.DEFAULT),
                AssociationPolicy.anybody(ContextPolicy.archive()),
                request -> new InstanceSink() {
                    private final Buffer received = Buffer.buffer();

                    @Override
                    public Future<Void> write(Buffer fragment) {
                        received.appendBuffer(fragment);
                        return Future.succeededFuture();
                    }

                    @Override
                    public Future<DimseStatus> end() {
                        if (answer.isSuccess()) {
                            stored.add(new DataSetReader(ReadLimits.DEFAULT)
                                    .read(
                                            Bytes.wrap(received.getBytes()),
                                            TransferSyntax.of(request.transferSyntax())
                                                    .orElseThrow()));
                        }
                        return Future.succeededFuture(answer);
                    }

                    @Override
                    public void abort(Throwable cause) {}
                }));
    }

    /** What the gateway would have written: instances, their series, the prepared volume. */
    private void prepare(ByteString preprocessing) {
        try (var writer = new LogWriter(connection);
                var reader = new LogReader(connection)) {
            var assembled = SeriesAssembled.newBuilder()
                    .setSite("north")
                    .setStudyInstanceUid(TestSeries.STUDY)
                    .setSeriesInstanceUid(TestSeries.SERIES)
                    .setRevision(1)
                    .setParts(1);
            long offset = reader.end(Topics.DICOM_INSTANCES, 0);
            for (var image : TestSeries.images()) {
                var bytes = ByteString.copyFrom(DataSetWriter.write(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)
                        .toArray());
                writer.write(Topics.DICOM_INSTANCES, 0, TestSeries.STUDY, chunk(bytes));
                assembled.addInstances(SeriesInstance.newBuilder()
                        .setLog(LogRefs.of("dicom.instances", 0, offset, offset, Sha256.of(bytes))));
                offset++;
            }
            long place = reader.end(Topics.SERIES_ASSEMBLED, 0);
            writer.write(Topics.SERIES_ASSEMBLED, 0, TestSeries.SERIES, assembled.build());
            writer.write(Topics.STUDIES_PREPARED, TestSeries.STUDY, prepared(preprocessing, place));
            writer.flush();
        }
    }

    private static InstanceChunk chunk(ByteString bytes) {
        return InstanceChunk.newBuilder()
                .setTransferId(Sha256.of(bytes).toString())
                .setTransferSyntaxUid(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN.uid())
                .setData(bytes)
                .setSeal(InstanceSeal.newBuilder().setChunks(1).setSha256(Sha256.of(bytes)))
                .build();
    }

    private static PreparedSlices prepared(ByteString preprocessing, long place) {
        return PreparedSlices.newBuilder()
                .setSite("north")
                .setStudyInstanceUid(TestSeries.STUDY)
                .setSeriesInstanceUid(TestSeries.SERIES)
                .setRevision(1)
                .setImage(FloatBytes.of(new float[4 * 64]))
                .setVolume(PreparedVolume.newBuilder()
                        .setPrepared(TestSeries.geometryRecord())
                        .setSource(TestSeries.geometryRecord())
                        .setPreprocessingSha256(preprocessing)
                        .setAssembled(LogRefs.of("series.assembled", 0, place, place, ByteString.EMPTY)))
                .build();
    }

    /** Its last bias is that of the atrium. */
    private static ByteString weights(ModelState initial, float lastBias) {
        var weights = new float[initial.parameters()];
        initial.vector().get(weights);
        weights[weights.length - 1] = lastBias;
        return FloatBytes.of(weights);
    }

    private static Layout layout(dev.auricle.learning.state.Layout layout) {
        return Layout.newBuilder()
                .setShardLength(layout.parameters())
                .addAllTensors(layout.tensors().stream()
                        .map(tensor -> TensorShape.newBuilder()
                                .setName(tensor.name())
                                .addAllShape(tensor.dimensions())
                                .build())
                        .toList())
                .build();
    }

    private void keepPartThatSeesNothing() {
        var method = ModelFollower.method(plan);
        var initial =
                method.join(method.initialShared(1), 1, "north").personal().state();
        var bytes = weights(initial, -1_000_000);
        try (var writer = new LogWriter(connection)) {
            long offset = writer.append(
                    Topics.PERSONAL_SHARDS,
                    0,
                    new UpdateKey("atrium", 3, 0, "north"),
                    ModelShard.newBuilder().setWeights(bytes).build());
            writer.write(
                    Topics.PERSONAL_MODELS,
                    0,
                    new AnswerKey("atrium", 3, "north"),
                    PersonalManifest.newBuilder()
                            .setFederation("atrium")
                            .setRound(3)
                            .setSite("north")
                            .setUpdateId("u-3")
                            .setLayout(layout(method.personal()))
                            .addShards(ShardPlace.newBuilder().setOffset(offset).setSha256(Sha256.of(bytes)))
                            .setSha256(PART)
                            .build());
            writer.flush();
        }
    }

    private void register(ModelManifest.Status status) {
        var method = ModelFollower.method(plan);
        var bytes = weights(method.initialShared(1), 1000);
        try (var writer = new LogWriter(connection);
                var reader = new LogReader(connection)) {
            long offset = reader.end(Topics.MODEL_SHARDS, 0);
            writer.write(
                    Topics.MODEL_SHARDS,
                    0,
                    new ShardKey("atrium.3", 0),
                    ModelShard.newBuilder().setWeights(bytes).build());
            writer.write(
                    Topics.MODELS,
                    "atrium.3",
                    ModelManifest.newBuilder()
                            .setFederation("atrium")
                            .setVersion("atrium.3")
                            .setRound(3)
                            .setStatus(status)
                            .setLayout(layout(method.shared()))
                            .setParameters(method.shared().parameters())
                            .addParticipants(
                                    Participant.newBuilder().setSite("north").setUpdateId("u-3"))
                            .addShards(ShardPlace.newBuilder().setOffset(offset).setSha256(Sha256.of(bytes)))
                            .build());
            writer.flush();
        }
    }

    private <K, V> List<V> read(Topic<K, V> topic) {
        try (var follower = new Follower<>(connection, topic)) {
            return follower.readToEnd().stream().map(LogReader.Entry::value).toList();
        }
    }

    private static <T> T get(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
