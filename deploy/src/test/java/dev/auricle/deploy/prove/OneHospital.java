package dev.auricle.deploy.prove;

import dev.auricle.deploy.embed.EmbeddedBroker;
import dev.auricle.deploy.embed.Ports;
import dev.auricle.dicom.network.VertxDicomNetwork;
import dev.auricle.inference.InferenceConfig;
import dev.auricle.inference.InferenceMain;
import dev.auricle.ingest.IngestConfig;
import dev.auricle.ingest.IngestMain;
import dev.auricle.learning.engine.EngineSettings;
import dev.auricle.learning.engine.LearningEngine;
import dev.auricle.schemas.configuration.Configuration;
import dev.auricle.schemas.connect.FederationConfig;
import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.connect.SiteConfig;
import dev.auricle.schemas.log.Follower;
import dev.auricle.schemas.log.LogReader;
import dev.auricle.schemas.log.LogWriter;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.topic.Cluster;
import dev.auricle.schemas.topic.ClusterTopics;
import dev.auricle.schemas.topic.Topic;
import dev.auricle.schemas.topic.TopicSettings;
import dev.auricle.schemas.topic.Topics;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The site north as it runs in a hospital, on a broker of its own: the gateway, and inference with a known model. */
final class OneHospital implements AutoCloseable {
    /** The AE title of its gateway. */
    static final String GATEWAY = "NORTH";

    private static final Duration TICK = Duration.ofMillis(50);

    /** In the prepared volume tissue lies near 0.5 and the bright body near 6; means of slices take away half of one. */
    private static final float BRIGHT = 2.5f;

    private final Deque<Runnable> closing = new ArrayDeque<>();
    private final Vertx vertx = Vertx.vertx();
    private final VertxDicomNetwork network = new VertxDicomNetwork(vertx);
    private final Configuration configuration;
    private final KafkaConnection kafka;
    private final FederationConfig federation;
    private final IngestMain gateway;

    /** Starts broker and gateway. */
    OneHospital(Path work) {
        closing.push(
                () -> vertx.close().toCompletionStage().toCompletableFuture().join());
        var broker = EmbeddedBroker.start(work.resolve("kafka"), Ports.free());
        closing.push(broker::close);
        kafka = KafkaConnection.to(broker.bootstrap());
        federation = new FederationConfig("atrium", broker.bootstrap(), Map.of());
        configuration = Configuration.parse(yaml(broker.bootstrap(), work), "the test's configuration", Map.of());
        var plan = configuration.section("plan", Plan.class);
        createTopics();
        try (var writer = new LogWriter(kafka)) {
            writer.write(Topics.PLANS, plan.federation(), plan);
            writer.flush();
        }
        ThresholdModel.release(kafka, plan, BRIGHT);
        gateway = new IngestMain(
                configuration.section("ingest", IngestConfig.class),
                new IngestMain.Surroundings(
                        configuration.section("site", SiteConfig.class), federation, Clock.systemUTC(), vertx),
                network,
                () -> UUID.randomUUID().toString());
        closing.push(gateway::close);
        while (!gateway.isPreparing()) {
            gateway.followPlan(TICK);
        }
    }

    int gatewayPort() {
        return gateway.port();
    }

    /** Starts inference, which delivers to an archive and to a FHIR server. */
    void infer(String archive, int archivePort, URI fhir) {
        var yaml = "archive: {host: 127.0.0.1, port: %d, aeTitle: %s}\nfhir: {url: '%s'}"
                .formatted(archivePort, archive, fhir);
        var inference = new InferenceMain(
                Configuration.parse(yaml, "the test's inference", Map.of()).as(InferenceConfig.class),
                new InferenceMain.Surroundings(kafka, federation, Clock.systemUTC()),
                LearningEngine.start(EngineSettings.reproducible()),
                network);
        closing.push(inference::close);
    }

    /** Its cluster and its name. */
    SiteConfig site() {
        return configuration.section("site", SiteConfig.class);
    }

    /** Everything that a topic holds. */
    <K, V> List<V> read(Topic<K, V> topic) {
        try (var follower = new Follower<>(kafka, topic)) {
            return follower.readToEnd().stream().map(LogReader.Entry::value).toList();
        }
    }

    @Override
    public void close() {
        closing.forEach(Runnable::run);
        closing.clear();
    }

    private void createTopics() {
        var settings = configuration.section("topics", TopicSettings.class);
        try (var admin = kafka.admin()) {
            new ClusterTopics(admin, kafka.bootstrap(), Cluster.BOTH, settings).create();
        }
    }

    /** One partition a topic: what is sent later is seen later. */
    private static String yaml(String bootstrap, Path work) {
        return """
                site:
                  bootstrap: '%s'
                  hospitals: [{name: north, aeTitle: %s, callers: [%s], secret: test-secret-of-north}]
                topics: {parallelism: 1, lanes: 1}
                ingest:
                  receive: {port: 0}
                  assemble: {quietPeriod: 3s}
                  label: {annotationWait: 2s}
                  streams: {state: '%s'}
                plan:
                  federation: atrium
                  sites: [north]
                  preprocessing: {rows: 64, columns: 56, rowSpacing: 1.4, columnSpacing: 1.2, sliceSpacing: 2.5, centre: image}
                  classes:
                    - name: Left atrium
                      category: {value: "91723000", scheme: SCT, meaning: Anatomical structure}
                      type: {value: "82471001", scheme: SCT, meaning: Left atrium}
                  network: {baseChannels: 4, depth: 1}
                """.formatted(bootstrap, GATEWAY, Orthanc.AE_TITLE, work.resolve("ingest"));
    }
}
