package dev.auricle.deploy.prove;

import dev.auricle.deploy.embed.EmbeddedBroker;
import dev.auricle.deploy.embed.Ports;
import dev.auricle.deploy.prove.BenchReport.Gate;
import dev.auricle.deploy.prove.BenchReport.Ratio;
import dev.auricle.schemas.configuration.Configuration;
import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.topic.Cluster;
import dev.auricle.schemas.topic.ClusterTopics;
import dev.auricle.schemas.topic.TopicSettings;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * How fast the DICOM edge is: C-STORE into our gateway, which answers when a real Kafka broker has acknowledged, beside the
 * same broker with nothing but a producer before it, and beside peers that write files; and reading data sets beside
 * DCMTK's {@code dcmdump}.
 */
public final class DicomBench {
    private static final Set<BenchPeer> STORING = Set.of(BenchPeer.PRODUCER, BenchPeer.ORTHANC, BenchPeer.STORESCP);

    private final Path work;
    private final Set<BenchPeer> peers;
    private final int rounds;
    private final Consumer<String> progress;

    /**
     * Works in a folder.
     *
     * @param rounds in which every peer is measured once in each setting
     * @param progress is told what is being measured
     */
    public DicomBench(Path work, Set<BenchPeer> peers, int rounds, Consumer<String> progress) {
        this.work = work;
        this.peers = EnumSet.copyOf(peers);
        this.rounds = rounds;
        this.progress = progress;
    }

    /** Measures. */
    public BenchReport run() {
        var gates = new ArrayList<Gate>();
        var ratios = new ArrayList<Ratio>();
        var measurements = new ArrayList<Record>();
        Consumer<BenchReport> add = part -> {
            gates.addAll(part.gates());
            ratios.addAll(part.ratios());
            measurements.addAll(part.measurements());
        };
        if (peers.stream().anyMatch(STORING::contains)) {
            add.accept(storing());
        }
        if (peers.contains(BenchPeer.DCMDUMP)) {
            progress.accept("reading and printing headers");
            add.accept(new ParseBench(work.resolve("parse")).run());
        }
        return new BenchReport("dicom", gates, ratios, measurements);
    }

    private BenchReport storing() {
        var vertx = Vertx.vertx();
        try (var broker = EmbeddedBroker.start(work.resolve("kafka"), Ports.free())) {
            createTopics(broker.bootstrap());
            try (var bench = new StoreBench(work, broker.bootstrap(), vertx, peers, progress)) {
                return bench.run(rounds);
            }
        } finally {
            vertx.close();
        }
    }

    private static void createTopics(String bootstrap) {
        try (var admin = KafkaConnection.to(bootstrap).admin()) {
            var settings = Configuration.parse("", "bench", Map.of()).section("topics", TopicSettings.class);
            new ClusterTopics(admin, bootstrap, Cluster.SITE, settings).create();
        }
    }
}
