package dev.auricle.deploy.perform;

import dev.auricle.aggregator.AggregatorConfig;
import dev.auricle.aggregator.AggregatorMain;
import dev.auricle.inference.InferenceConfig;
import dev.auricle.inference.InferenceMain;
import dev.auricle.ingest.IngestConfig;
import dev.auricle.ingest.IngestMain;
import dev.auricle.learning.engine.LearningEngine;
import dev.auricle.schemas.configuration.Configuration;
import dev.auricle.schemas.configuration.Secret;
import dev.auricle.schemas.connect.FederationConfig;
import dev.auricle.schemas.connect.Hospital;
import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.connect.RunningTopology;
import dev.auricle.schemas.connect.SiteConfig;
import dev.auricle.schemas.identity.NameUuid;
import dev.auricle.schemas.log.LogWriter;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.topic.Cluster;
import dev.auricle.schemas.topic.ClusterTopics;
import dev.auricle.schemas.topic.TopicSettings;
import dev.auricle.schemas.topic.Topics;
import dev.auricle.trainer.TrainerConfig;
import dev.auricle.trainer.TrainerMain;
import dev.auricle.trainer.TrainerSite;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * The hospitals' gateways, the hub, the trainers and inference, all on one broker: what {@code auricle ingest},
 * {@code aggregator}, {@code trainer} and {@code inference} run, each started when its part of the story comes.
 */
final class Federation implements AutoCloseable {
    private static final Duration TICK = Duration.ofMillis(50);
    private static final int LONGEST_AE_TITLE = 16;

    private final Servers servers;
    private final Plan plan;
    private final Clock clock;
    private final Configuration configuration;
    private final TopicSettings topics;
    private final SiteConfig site;
    private final FederationConfig hub;
    private final IngestMain gateway;
    private final List<BooleanSupplier> failures = new ArrayList<>();
    private final Deque<Runnable> closing = new ArrayDeque<>();

    Federation(Servers servers, Plan plan, Path work, Clock clock) {
        this.servers = servers;
        this.plan = plan;
        this.clock = clock;
        var bootstrap = servers.kafka().bootstrap();
        configuration = Configuration.parse(yaml(plan, work), "the demo's configuration", Map.of());
        topics = configuration.section("topics", TopicSettings.class);
        site = new SiteConfig(
                bootstrap,
                Map.of(),
                plan.sites().stream().map(Federation::hospital).toList());
        hub = new FederationConfig(plan.federation(), bootstrap, Map.of());
        createTopics();
        publishPlan();
        gateway = new IngestMain(
                configuration.section("ingest", IngestConfig.class),
                new IngestMain.Surroundings(site, hub, clock, servers.vertx()),
                servers.network(),
                () -> UUID.randomUUID().toString());
        failures.add(gateway::hasFailed);
        closing.push(gateway::close);
        while (!gateway.isPreparing()) {
            gateway.followPlan(TICK);
        }
    }

    int gatewayPort() {
        return gateway.port();
    }

    KafkaConnection kafka() {
        return servers.kafka();
    }

    /** The AE title by which a site's gateway is called. */
    static String aeTitle(String site) {
        var title = site.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9_]", "_");
        return title.substring(0, Math.min(LONGEST_AE_TITLE, title.length()));
    }

    /** Starts the hub and a trainer for each site. */
    void learn(LearningEngine engine) {
        RunningTopology aggregator = AggregatorMain.start(
                configuration.section("aggregator", AggregatorConfig.class), kafka(), topics.lanes(), clock);
        failures.add(aggregator::hasFailed);
        closing.push(aggregator::close);
        var config = configuration.section("trainer", TrainerConfig.class);
        for (var name : plan.sites()) {
            var home = new TrainerSite(name, kafka(), kafka(), topics.lanes());
            var trainer = TrainerMain.start(config, home, plan.federation(), engine, clock);
            failures.add(trainer::hasFailed);
            closing.push(trainer::close);
        }
    }

    /** Starts inference, which delivers to the archive and to the FHIR server. */
    void infer(LearningEngine engine) {
        var yaml = "archive: {host: 127.0.0.1, port: %d, aeTitle: %s}\nfhir: {url: '%s'}"
                .formatted(
                        servers.archive().port(),
                        Servers.ARCHIVE_AE,
                        servers.fhir().base());
        var config = Configuration.parse(yaml, "the demo's inference", Map.of()).as(InferenceConfig.class);
        var inference = new InferenceMain(
                config, new InferenceMain.Surroundings(kafka(), hub, clock), engine, servers.network());
        failures.add(inference::hasFailed);
        closing.push(inference::close);
    }

    /** Whether one of them has stopped by itself. */
    boolean hasFailed() {
        return failures.stream().anyMatch(BooleanSupplier::getAsBoolean);
    }

    @Override
    public void close() {
        closing.forEach(Runnable::run);
        closing.clear();
    }

    private void createTopics() {
        try (var admin = kafka().admin()) {
            new ClusterTopics(admin, kafka().bootstrap(), Cluster.BOTH, topics).create();
        }
    }

    private void publishPlan() {
        try (var writer = new LogWriter(kafka())) {
            writer.write(Topics.PLANS, plan.federation(), plan);
            writer.flush();
        }
    }

    /** The secret is no secret: it is computed, so that the same seed makes the same samples. */
    private static Hospital hospital(String name) {
        var secret = new Secret(NameUuid.of("demo-secret", name).toString());
        return new Hospital(name, aeTitle(name), List.of("PACS"), secret);
    }

    private static String yaml(Plan plan, Path work) {
        return """
                topics: {parallelism: 2, lanes: 2, sites: %d}
                ingest:
                  receive: {port: 0}
                  assemble: {quietPeriod: 2s}
                  label: {annotationWait: 4s}
                  streams: {state: '%s'}
                aggregator:
                  streams: {state: '%s'}
                """.formatted(plan.sites().size(), work.resolve("ingest"), work.resolve("aggregator"));
    }
}
