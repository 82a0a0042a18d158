package dev.auricle.deploy.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.ByteString;
import dev.auricle.deploy.embed.EmbeddedBroker;
import dev.auricle.deploy.embed.Ports;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.ingest.refuse.Refusal;
import dev.auricle.schemas.configuration.Secret;
import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.identity.KeyedHash;
import dev.auricle.schemas.log.Follower;
import dev.auricle.schemas.log.LogReader;
import dev.auricle.schemas.log.LogRefs;
import dev.auricle.schemas.log.LogWriter;
import dev.auricle.schemas.record.InstanceChunk;
import dev.auricle.schemas.record.InstanceSeal;
import dev.auricle.schemas.record.SeriesAssembled;
import dev.auricle.schemas.record.SeriesInstance;
import dev.auricle.schemas.record.SeriesRejected;
import dev.auricle.schemas.topic.Topic;
import dev.auricle.schemas.topic.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands against a real broker, and against none. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClustersIT {
    private static final String SECRET = "d41d8cd98f00b204e9800998ecf8427e";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final EmbeddedBroker broker;
    private final Admin admin;

    @TempDir
    private Path directory;

    ClustersIT(@TempDir Path log) {
        broker = EmbeddedBroker.start(log, Ports.free());
        admin = KafkaConnection.to(broker.bootstrap()).admin();
    }

    @AfterAll
    void stopBroker() {
        admin.close();
        broker.close();
    }

    @BeforeEach
    void emptyCluster() throws ExecutionException, InterruptedException {
        var ours = admin.listTopics().names().get().stream()
                .filter(Topics.ALL.stream().map(topic -> topic.name()).toList()::contains)
                .toList();
        admin.deleteTopics(ours).all().get();
        await().atMost(PATIENCE)
                .until(
                        () -> admin.listTopics().names().get(),
                        names -> names.stream().noneMatch(ours::contains));
    }

    @Test
    void topics_are_created_once_and_are_then_as_declared() throws IOException {
        // Given
        var file = configuration(broker.bootstrap(), PATIENCE);
        // When
        var created = Outcome.of("topics", "--config", file);
        var again = Outcome.of("topics", "--config", file);
        var checked = Outcome.of("topics", "--check", "--config", file);
        // Then
        assertThat(created.code()).isZero();
        assertThat(created.out().lines())
                .containsExactlyInAnyOrderElementsOf(Topics.ALL.stream()
                        .map(topic -> "created " + topic.name())
                        .toList());
        assertThat(again).isEqualTo(new Outcome(0, "", ""));
        assertThat(checked).isEqualTo(new Outcome(0, "", ""));
    }

    @Test
    void a_cluster_that_somebody_changed_is_shown_with_what_differs() throws Exception {
        // Given
        var file = configuration(broker.bootstrap(), PATIENCE);
        Outcome.of("topics", "--config", file);
        admin.createPartitions(Map.of("samples", NewPartitions.increaseTo(3)))
                .all()
                .get();
        alter("rounds", "retention.ms", "60000");
        // When: the broker learns of both a moment after the controller has them
        var differing = await().atMost(PATIENCE)
                .until(
                        () -> Outcome.of("topics", "--check", "--config", file),
                        outcome -> outcome.out().lines().count() == 2);
        // Then
        assertThat(differing.code()).isEqualTo(ExitCode.TOPICS_DIFFER.code());
        assertThat(differing.out().lines())
                .containsExactlyInAnyOrder(
                        "samples: partitions is 3, wanted 1", "rounds: retention.ms is 60000, wanted -1");
        assertThat(differing.sentence()).startsWith("auricle: 2 differences");
    }

    @Test
    void a_check_of_an_empty_cluster_changes_nothing() throws Exception {
        // When
        var differing = Outcome.of("topics", "--check", "--config", configuration(broker.bootstrap(), PATIENCE));
        // Then
        assertThat(differing.code()).isEqualTo(ExitCode.TOPICS_DIFFER.code());
        assertThat(differing.out()).contains("samples: topic is missing, wanted present");
        assertThat(admin.listTopics().names().get()).doesNotContain("samples");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "trainer", "aggregator", "inference"})
    void a_service_without_its_topics_says_how_to_make_them(String service) throws IOException {
        // When
        var refused = Outcome.of(service, "--config", configuration(broker.bootstrap(), PATIENCE));
        // Then
        assertThat(refused.code()).isEqualTo(ExitCode.TOPICS_DIFFER.code());
        assertThat(refused.sentence()).contains("topics are missing at ", "plans", "create them with: auricle topics");
    }

    @ParameterizedTest
    @ValueSource(strings = {"topics", "ingest", "trainer", "aggregator", "inference"})
    void nobody_at_the_brokers_address_is_said_with_the_address(String command) throws IOException {
        // Given
        var nobody = "127.0.0.1:" + Ports.free();
        // When
        var refused = Outcome.of(command, "--config", configuration(nobody, Duration.ofMillis(1_500)));
        // Then
        assertThat(refused.code()).isEqualTo(ExitCode.BROKER_UNREACHABLE.code());
        assertThat(refused.sentence())
                .startsWith("auricle: no Kafka broker answers at " + nobody)
                .doesNotContain(SECRET);
    }

    @Test
    void a_site_that_received_nothing_has_a_report_of_every_rule_on_the_screen_and_in_a_file() throws IOException {
        // Given
        var file = configuration(broker.bootstrap(), PATIENCE);
        Outcome.of("topics", "--config", file);
        var json = directory.resolve("report.json");
        // When
        var report = Outcome.of("ingest", "report", "--site", "north", "--json", json, "--config", file);
        // Then
        assertThat(report.code()).isZero();
        assertThat(report.out()).contains("Series of north").contains(codes());
        assertThat(new ObjectMapper().readTree(json.toFile()).path("rules").findValuesAsText("rule"))
                .containsExactly(codes());
    }

    @Test
    void where_nothing_was_refused_nothing_is_sent_again() throws IOException {
        // Given
        var file = configuration(broker.bootstrap(), PATIENCE);
        Outcome.of("topics", "--config", file);
        // Then
        assertThat(Outcome.of("retry", "--dry-run", "--config", file))
                .isEqualTo(new Outcome(0, "0 series or instances would be sent again" + System.lineSeparator(), ""));
        assertThat(Outcome.of("retry", "--deliveries", "--config", file))
                .isEqualTo(new Outcome(0, "0 of 0 results are delivered again" + System.lineSeparator(), ""));
        assertThat(Outcome.of("retry", "--rule", "NO_PIXELS", "--series", "1.2.3", "--config", file))
                .isEqualTo(new Outcome(0, "0 of 0 series or instances are sent again" + System.lineSeparator(), ""));
    }

    @Test
    void what_was_refused_is_reported_listed_and_sent_again_once() throws IOException {
        // Given: an instance that never was of a series, and a series
        var file = configuration(broker.bootstrap(), PATIENCE);
        Outcome.of("topics", "--config", file);
        refuseOneInstanceAndOneSeries();
        var json = directory.resolve("report.json");
        // When
        var report = Outcome.of("ingest", "report", "--site", "north", "--json", json, "--config", file);
        var listed = Outcome.of("retry", "--site", "north", "--dry-run", "--config", file);
        var first = Outcome.of("retry", "--rule", "BAD_VALUE", "--config", file);
        var second = Outcome.of("retry", "--config", file);
        var third = Outcome.of("retry", "--config", file);
        // Then
        assertThat(report.code()).isZero();
        assertThat(rule(json, "BAD_VALUE").path("rejected").asInt()).isEqualTo(1);
        assertThat(rule(json, "BAD_VALUE").path("examples").path(0).asText()).isEqualTo("dicom.instances 0:0 0f1e2d3c");
        assertThat(rule(json, "NO_PIXELS").path("rejected").asInt()).isEqualTo(1);
        assertThat(listed.out().lines())
                .containsExactly(
                        "dicom.instances 0:0 0f1e2d3c  BAD_VALUE",
                        "dicom.instances 0:0 0f1e2d3c  NO_PIXELS",
                        "2 series or instances would be sent again");
        assertThat(List.of(
                        first.out().strip(), second.out().strip(), third.out().strip()))
                .containsExactly(
                        "1 of 1 series or instances are sent again",
                        "1 of 1 series or instances are sent again",
                        "0 of 0 series or instances are sent again");
        assertThat(values(Topics.DICOM_INSTANCES))
                .extracting(InstanceChunk::getAgain)
                .containsExactly(false, true);
        assertThat(values(Topics.SERIES_ASSEMBLED)).hasSize(2);
    }

    private void refuseOneInstanceAndOneSeries() {
        var place = LogRefs.of("dicom.instances", 0, 0, 0, ByteString.fromHex("0f1e2d3c"));
        var instance = SeriesRejected.newBuilder()
                .setSite("north")
                .addReasons(Refusal.BAD_VALUE.because("No number."))
                .addLog(place)
                .build();
        var series = SeriesAssembled.newBuilder()
                .setSite("north")
                .setSeriesInstanceUid("1.2.4")
                .setRevision(1)
                .setParts(1)
                .addInstances(SeriesInstance.newBuilder().setSopClassUid(SopClass.MR_IMAGE.uid()))
                .build();
        try (var writer = new LogWriter(KafkaConnection.to(broker.bootstrap()))) {
            writer.write(
                    Topics.DICOM_INSTANCES,
                    0,
                    "1.2.3",
                    InstanceChunk.newBuilder()
                            .setSeal(InstanceSeal.getDefaultInstance())
                            .build());
            writer.write(Topics.SERIES_REJECTED, "1.2.3", instance);
            writer.write(Topics.SERIES_ASSEMBLED, 0, "1.2.4", series);
            writer.write(
                    Topics.SERIES_REJECTED,
                    "1.2.4",
                    instance.toBuilder()
                            .setReasons(0, Refusal.NO_PIXELS.because("There are none."))
                            .setAssembled(LogRefs.of("series.assembled", 0, 0, 0, ByteString.EMPTY))
                            .build());
            writer.flush();
        }
    }

    private static JsonNode rule(Path report, String code) throws IOException {
        for (var rule : new ObjectMapper().readTree(report.toFile()).path("rules")) {
            if (rule.path("rule").asText().equals(code)) {
                return rule;
            }
        }
        throw new AssertionError("the report has no rule " + code);
    }

    private <K, V> List<V> values(Topic<K, V> topic) {
        try (var follower = new Follower<>(KafkaConnection.to(broker.bootstrap()), topic)) {
            return follower.readToEnd().stream().map(LogReader.Entry::value).toList();
        }
    }

    @Test
    void a_report_is_refused_for_a_site_a_time_and_a_rule_that_are_none() throws IOException {
        // Given
        var file = configuration(broker.bootstrap(), PATIENCE);
        // Then
        assertThat(Outcome.of("ingest", "report", "--site", "south", "--config", file)
                        .code())
                .isEqualTo(ExitCode.CONFIGURATION.code());
        assertThat(Outcome.of("ingest", "report", "--from", "2026-02-01", "--to", "2026-01-01", "--config", file)
                        .sentence())
                .isEqualTo("auricle: --from must be before --to");
        assertThat(Outcome.of("retry", "--rule", "NO_SUCH_RULE", "--config", file)
                        .code())
                .isEqualTo(ExitCode.USAGE.code());
    }

    @Test
    void the_way_of_a_study_is_told_by_its_uid_and_no_other_study_is_named() throws IOException {
        // Given
        var file = configuration(broker.bootstrap(), PATIENCE);
        Outcome.of("topics", "--config", file);
        var trace = new KeyedHash(new Secret(SECRET)).hex("study", "1.2.3");
        var last = InstanceChunk.newBuilder()
                .setSeal(InstanceSeal.getDefaultInstance())
                .build();
        try (var writer = new LogWriter(KafkaConnection.to(broker.bootstrap()))) {
            writer.write(Topics.DICOM_INSTANCES, "1.2.3", last, trace);
            writer.write(Topics.DICOM_INSTANCES, "1.2.3", last, "another");
            writer.write(Topics.DICOM_INSTANCES, "1.2.3", last, trace);
            writer.write(
                    Topics.SERIES_REJECTED,
                    "1.2.4",
                    SeriesRejected.newBuilder()
                            .addReasons(Refusal.NO_PIXELS.because("There are none."))
                            .build(),
                    trace);
            writer.flush();
        }
        // When
        var told = Outcome.of("trace", "1.2.3", "--config", file);
        var unknown = Outcome.of("trace", "1.2.9", "--config", file);
        // Then
        assertThat(told.code()).isZero();
        assertThat(told.out().lines())
                .satisfiesExactly(
                        received -> assertThat(received).matches(".*Z  dicom.instances +\\d:0\\.\\.2 +2 × instance"),
                        refused -> assertThat(refused).matches(".*Z  series.rejected +0:0 +NO_PIXELS"),
                        end -> assertThat(end).isEqualTo("trace " + trace));
        assertThat(unknown.out()).startsWith("nothing of the study is in the log of north");
    }

    private static String[] codes() {
        return Stream.of(Refusal.values()).map(Refusal::name).toArray(String[]::new);
    }

    @Test
    void a_plan_is_published_as_the_federations() throws IOException {
        // Given
        var file = configuration(broker.bootstrap(), PATIENCE);
        Outcome.of("topics", "--config", file);
        var plan = Files.writeString(directory.resolve("plan.yaml"), """
                federation: left-atrium
                sites: [north]
                seed: 7
                classes:
                  - name: Left atrium
                    category: {value: "91723000", scheme: SCT, meaning: Anatomical structure}
                    type: {value: "82471001", scheme: SCT, meaning: Left atrium}
                    labels: ["left atrium"]
                """);
        // When
        var published = Outcome.of("aggregator", "--plan", plan, "--publish-only", "--config", file);
        // Then
        assertThat(published.err()).isEmpty();
        assertThat(published.code()).isZero();
        try (var plans = new Follower<>(KafkaConnection.to(broker.bootstrap()), Topics.PLANS)) {
            assertThat(plans.readToEnd())
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.key()).isEqualTo("left-atrium"));
        }
    }

    @Test
    void the_script_runs_what_was_built() throws Exception {
        // Given
        assumeBuilt();
        // When
        var ended = auricle("--help");
        // Then
        assertThat(ended.code()).isZero();
        assertThat(ended.screen()).contains("Start with: auricle demo");
    }

    /** In a process of its own, for it has begun to work when it finds the port taken. */
    @Test
    void a_port_that_somebody_listens_on_is_named() throws Exception {
        // Given
        assumeBuilt();
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var file = configuration(broker.bootstrap(), PATIENCE);
            Files.writeString(
                    file, Files.readString(file) + "ingest: {receive: {port: %d}}\n".formatted(taken.getLocalPort()));
            Outcome.of("topics", "--config", file);
            // When
            var ended = auricle("ingest", "--config", file.toString());
            // Then
            assertThat(ended.code()).isEqualTo(ExitCode.PORT_IN_USE.code());
            assertThat(ended.screen())
                    .contains("auricle: cannot listen on 127.0.0.1:" + taken.getLocalPort() + "; is the port in use?")
                    .contains("exit code 12")
                    .doesNotContain("\tat ", SECRET);
        }
    }

    private Path configuration(String bootstrap, Duration patience) throws IOException {
        return Files.writeString(
                directory.resolve("auricle.yaml"), """
                federation:
                  bootstrap: %1$s
                  kafka: {default.api.timeout.ms: %3$d, request.timeout.ms: %3$d}
                site:
                  bootstrap: %1$s
                  kafka: {default.api.timeout.ms: %3$d, request.timeout.ms: %3$d}
                  hospitals:
                    - {name: north, aeTitle: NORTH, callers: [PACS], secret: %2$s}
                """.formatted(bootstrap, SECRET, patience.toMillis()));
    }

    private void alter(String topic, String setting, String value) throws ExecutionException, InterruptedException {
        var change = new AlterConfigOp(new ConfigEntry(setting, value), AlterConfigOp.OpType.SET);
        admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic), List.of(change)))
                .all()
                .get();
    }

    private static void assumeBuilt() {
        assumeThat(Path.of("target/lib"))
                .as("the jars are laid out when the module is packaged")
                .isDirectory();
    }

    private static Ended auricle(String... words) throws IOException, InterruptedException {
        var command = new ProcessBuilder("bin/auricle").redirectErrorStream(true);
        command.command().addAll(List.of(words));
        return Ended.of(command);
    }
}
