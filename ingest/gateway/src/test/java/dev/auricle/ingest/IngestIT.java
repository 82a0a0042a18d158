package dev.auricle.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.dictionary.Vr;
import dev.auricle.dicom.network.AssociationTimeouts;
import dev.auricle.dicom.network.DimseStatus;
import dev.auricle.dicom.network.OutgoingInstance;
import dev.auricle.dicom.network.Peer;
import dev.auricle.dicom.network.SendOutcome;
import dev.auricle.dicom.network.StoreScu;
import dev.auricle.dicom.network.VertxDicomNetwork;
import dev.auricle.ingest.refuse.Refusal;
import dev.auricle.ingest.report.ReadLedger;
import dev.auricle.ingest.report.ReadLedger.Window;
import dev.auricle.ingest.report.SeriesLedger;
import dev.auricle.ingest.report.SiteReport;
import dev.auricle.ingest.report.SiteReport.Count;
import dev.auricle.ingest.retry.RetrySeries;
import dev.auricle.schemas.configuration.Configuration;
import dev.auricle.schemas.configuration.Secret;
import dev.auricle.schemas.connect.FederationConfig;
import dev.auricle.schemas.connect.Hospital;
import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.connect.SiteConfig;
import dev.auricle.schemas.log.Follower;
import dev.auricle.schemas.log.LogReader;
import dev.auricle.schemas.log.LogWriter;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.record.InstanceChunk;
import dev.auricle.schemas.record.PreparedSlices;
import dev.auricle.schemas.record.Sample;
import dev.auricle.schemas.record.SeriesAssembled;
import dev.auricle.schemas.record.SeriesRejected;
import dev.auricle.schemas.topic.Cluster;
import dev.auricle.schemas.topic.ClusterTopics;
import dev.auricle.schemas.topic.Topic;
import dev.auricle.schemas.topic.TopicSettings;
import dev.auricle.schemas.topic.Topics;
import io.kroxylicious.testing.kafka.api.KafkaCluster;
import io.kroxylicious.testing.kafka.junit5ext.KafkaClusterExtension;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The whole gateway on a real broker, from C-STORE to samples. */
@ExtendWith(KafkaClusterExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class IngestIT {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final Vertx vertx = Vertx.vertx();
    private final VertxDicomNetwork network = new VertxDicomNetwork(vertx);
    private final AtomicInteger transfers = new AtomicInteger();
    private final TestStudy labelled = new TestStudy("1.2.3");
    private final TestStudy unlabelled = new TestStudy("1.2.4");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path state;

    @SuppressWarnings("NullAway.Init") // injected by the extension
    private KafkaCluster broker;

    @SuppressWarnings("NullAway.Init")
    private KafkaConnection connection;

    @BeforeEach
    void create_topics() {
        connection = KafkaConnection.to(broker.getBootstrapServers());
        var settings =
                Configuration.parse("topics: {sites: 2}", "test", Map.of()).section("topics", TopicSettings.class);
        try (var admin = connection.admin()) {
            new ClusterTopics(admin, connection.bootstrap(), Cluster.BOTH, settings).create();
        }
    }

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @Test
    void what_is_annotated_becomes_samples_and_what_is_not_waits_for_inference() throws Exception {
        // Given
        publishPlan();
        try (var gateway = start()) {
            await().atMost(LONG).until(() -> isPreparing(gateway));
            // When
            send(gateway, labelled.images());
            send(gateway, List.of(labelled.segmentation("anything", "1.2.3.2")));
            send(gateway, unlabelled.images());
            // Then
            await().atMost(LONG)
                    .until(() -> read(Topics.STUDIES_PREPARED).size() == 1
                            && read(Topics.SAMPLES).size() == 6);
            assertThat(read(Topics.STUDIES_PREPARED))
                    .extracting(PreparedSlices::getStudyInstanceUid)
                    .containsExactly("1.2.4");
            assertThat(labels()).isEqualTo(ByteString.copyFrom(TestStudy.block().labels()));
            assertThat(read(Topics.SERIES_REJECTED)).isEmpty();
            assertThat(gateway.hasFailed()).isFalse();
        }
    }

    @Test
    void stopped_in_the_middle_of_a_study_it_makes_every_sample_once() throws Exception {
        // Given
        publishPlan();
        try (var gateway = start()) {
            send(gateway, labelled.images().subList(0, 3));
            assertThat(gateway.hasFailed()).isFalse();
        }
        // When
        try (var gateway = start()) {
            await().atMost(LONG).until(() -> isPreparing(gateway));
            send(gateway, labelled.images());
            send(gateway, List.of(labelled.segmentation("anything", "1.2.3.2")));
            // Then
            await().atMost(LONG).until(() -> read(Topics.SAMPLES).size() == 6);
            assertThat(read(Topics.SAMPLES)).extracting(Sample::getSlice).containsExactly(0, 1, 2, 3, 4, 5);
            assertThat(read(Topics.SERIES_REJECTED))
                    .extracting(SeriesRejected::getReasonsList)
                    .isEmpty();
            assertThat(gateway.hasFailed()).isFalse();
        }
    }

    @Test
    void studies_that_come_before_the_plan_are_prepared_when_it_comes() throws Exception {
        try (var gateway = start()) {
            // Given
            send(gateway, labelled.images());
            send(gateway, List.of(labelled.segmentation("anything", "1.2.3.2")));
            await().atMost(LONG).until(() -> read(Topics.SERIES_ASSEMBLED).size() == 2);
            assertThat(gateway.isPreparing()).isFalse();
            // When
            publishPlan();
            // Then
            await().atMost(LONG)
                    .until(() -> isPreparing(gateway) && read(Topics.SAMPLES).size() == 6);
            assertThat(gateway.hasFailed()).isFalse();
        }
    }

    @Test
    void what_was_refused_is_taken_when_it_is_sent_again_under_another_plan_and_once() throws Exception {
        // Given
        publishPlan("quality: {mostSliceSpacing: 1}");
        try (var gateway = start()) {
            await().atMost(LONG).until(() -> isPreparing(gateway));
            send(gateway, labelled.images());
            send(gateway, List.of(labelled.segmentation("anything", "1.2.3.2")));
            await().atMost(LONG).until(() -> report().images().rejected() == 1);
            assertThat(report().images()).isEqualTo(new Count(1, 0, 1, 0));
            publishPlan();
            gateway.followPlan(LONG);
            // When
            assertThat(retry(Refusal.SLICE_SPACING_OUT_OF_RANGE)).isEqualTo(1);
            assertThat(retry(Refusal.SLICE_SPACING_OUT_OF_RANGE)).isZero();
            // Then
            await().atMost(LONG).until(() -> read(Topics.SAMPLES).size() == 6);
            assertThat(read(Topics.SAMPLES)).extracting(Sample::getRevision).containsOnly(1);
            assertThat(report().images()).isEqualTo(new Count(1, 1, 0, 0));
            assertThat(report().annotations()).isEqualTo(new Count(1, 1, 0, 0));
            assertThat(retry(Refusal.SLICE_SPACING_OUT_OF_RANGE)).isZero();
            assertThat(gateway.hasFailed()).isFalse();
        }
    }

    @Test
    void an_instance_that_was_refused_before_it_was_of_a_series_is_sent_again_once_for_each_refusal() throws Exception {
        // Given: a value that cannot be read
        var broken = labelled.image(0).toBuilder()
                .bytes(Tags.IMAGE_POSITION_PATIENT, Vr.DS, "here\\there\\now ".getBytes(StandardCharsets.US_ASCII))
                .build();
        try (var gateway = start()) {
            send(gateway, List.of(broken));
            await().atMost(LONG).until(() -> count(Refusal.BAD_VALUE).rejected() == 1);
        }
        // When: nobody reads the log
        assertThat(retry(Refusal.BAD_VALUE)).isEqualTo(1);
        assertThat(retry(Refusal.BAD_VALUE)).isZero();
        assertThat(count(Refusal.BAD_VALUE).rejected()).isZero();
        // Then: refused by the same gateway, at its new place
        try (var gateway = start()) {
            await().atMost(LONG).until(() -> count(Refusal.BAD_VALUE).rejected() == 1);
            assertThat(gateway.hasFailed()).isFalse();
        }
        assertThat(read(Topics.SERIES_REJECTED)).hasSize(3);
        var chunks = read(Topics.DICOM_INSTANCES);
        assertThat(chunks).extracting(InstanceChunk::getAgain).containsExactly(false, true);
        assertThat(chunks.get(1).getData()).isEqualTo(chunks.get(0).getData());
    }

    @Test
    void a_series_with_instances_of_another_study_is_refused_and_told_anew_when_it_is_sent_again() throws Exception {
        // Given: the same images under other study and series, and a gateway that has been started again
        var copied = labelled.images().stream()
                .map(image -> image.toBuilder()
                        .set(Tags.STUDY_INSTANCE_UID, "1.2.5")
                        .set(Tags.SERIES_INSTANCE_UID, "1.2.5.1")
                        .build())
                .toList();
        try (var gateway = start()) {
            send(gateway, labelled.images());
            await().atMost(LONG).until(() -> read(Topics.SERIES_ASSEMBLED).size() == 1);
            assertThat(gateway.hasFailed()).isFalse();
        }
        try (var gateway = start()) {
            send(gateway, copied);
            await().atMost(LONG)
                    .until(() -> count(Refusal.INSTANCE_IN_TWO_STUDIES).rejected() == 1);
            // When
            assertThat(retry(Refusal.INSTANCE_IN_TWO_STUDIES)).isEqualTo(1);
            // Then: it is asked anew, and still the first stays
            await().atMost(LONG).until(() -> read(Topics.SERIES_REJECTED).size() == 3);
            assertThat(read(Topics.SERIES_REJECTED))
                    .extracting(SeriesRejected::getRevision)
                    .containsExactly(1, 0, 2);
            assertThat(count(Refusal.INSTANCE_IN_TWO_STUDIES).rejected()).isEqualTo(1);
            assertThat(read(Topics.SERIES_ASSEMBLED))
                    .extracting(SeriesAssembled::getStudyInstanceUid)
                    .containsExactly("1.2.3");
            assertThat(gateway.hasFailed()).isFalse();
        }
    }

    private SiteReport.RuleCount count(Refusal refusal) {
        return report().rules().stream()
                .filter(rule -> rule.rule() == refusal)
                .findFirst()
                .orElseThrow();
    }

    private SiteReport report() {
        return SiteReport.of("north", ledger());
    }

    private long retry(Refusal refusal) {
        try (var retry = new RetrySeries(connection, "north")) {
            var refused = ledger().refused().stream()
                    .filter(series -> series.refusals().contains(refusal))
                    .toList();
            refused.forEach(retry::send);
            return refused.size();
        }
    }

    private SeriesLedger ledger() {
        return new ReadLedger(connection, (topic, read, all) -> {}).read("north", Window.EVER);
    }

    private IngestMain start() {
        var config = Configuration.parse("""
                        receive: {port: 0}
                        assemble: {quietPeriod: 1s}
                        label: {annotationWait: 6s}
                        streams: {state: %s}
                        """.formatted(state), "test", Map.of()).as(IngestConfig.class);
        var site = new SiteConfig(
                connection.bootstrap(),
                Map.of(),
                List.of(new Hospital("north", "NORTH", List.of("PACS"), new Secret("north-north-north"))));
        var federation = new FederationConfig("atrium", connection.bootstrap(), Map.of());
        return new IngestMain(
                config,
                new IngestMain.Surroundings(site, federation, Clock.systemUTC(), vertx),
                network,
                () -> "transfer-" + transfers.incrementAndGet());
    }

    private static boolean isPreparing(IngestMain gateway) {
        gateway.followPlan(Duration.ofMillis(100));
        return gateway.isPreparing();
    }

    private void send(IngestMain gateway, List<DataSet> series) throws Exception {
        var outgoing = series.stream()
                .map(instance -> OutgoingInstance.of(instance, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN))
                .toList();
        var outcomes = new StoreScu(network, AssociationTimeouts.DEFAULT)
                .send(new Peer("127.0.0.1", gateway.port(), "NORTH", "PACS"), outgoing)
                .toCompletionStage()
                .toCompletableFuture()
                .get(60, TimeUnit.SECONDS);
        assertThat(outcomes)
                .allSatisfy(outcome -> assertThat(outcome)
                        .isInstanceOfSatisfying(
                                SendOutcome.Answered.class,
                                answered -> assertThat(answered.status()).isEqualTo(DimseStatus.SUCCESS)));
    }

    private void publishPlan() {
        publishPlan("quality: {}");
    }

    private void publishPlan(String quality) {
        var plan = Configuration.parse("""
                        federation: atrium
                        sites: [south, north]
                        preprocessing: {rows: 16, columns: 16, rowSpacing: 1, columnSpacing: 1, sliceSpacing: 2, centre: image}
                        classes:
                          - name: Left atrium
                            category: {value: "91723000", scheme: SCT, meaning: Anatomical structure}
                            type: {value: "82471001", scheme: SCT, meaning: Left atrium}
                        network: {baseChannels: 4, depth: 2}
                        """ + quality, "plan.yaml", Map.of()).as(Plan.class);
        try (var writer = new LogWriter(connection)) {
            writer.write(Topics.PLANS, "atrium", plan);
            writer.flush();
        }
    }

    private ByteString labels() {
        return ByteString.copyFrom(
                read(Topics.SAMPLES).stream().map(Sample::getLabel).toList());
    }

    private <K, V> List<V> read(Topic<K, V> topic) {
        try (var follower = new Follower<>(connection, topic)) {
            return follower.readToEnd().stream().map(LogReader.Entry::value).toList();
        }
    }
}
