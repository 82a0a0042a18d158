package dev.auricle.deploy.prove;

import dev.auricle.deploy.embed.EmbeddedBroker;
import dev.auricle.deploy.embed.Folders;
import dev.auricle.deploy.embed.Ports;
import dev.auricle.deploy.prove.BenchReport.Gate;
import dev.auricle.schemas.configuration.Configuration;
import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.topic.Cluster;
import dev.auricle.schemas.topic.ClusterTopics;
import dev.auricle.schemas.topic.TopicSettings;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How fast the DICOM edge is: C-STORE into our gateway, which answers when a real Kafka broker has acknowledged, beside the
 * same broker with nothing but a producer before it, and beside peers that write files; and reading data sets beside
 * DCMTK's {@code dcmdump}. Turns alternate, the median counts.
 */
public final class DicomBench {
    private static final int IMAGES = 300;
    private static final int MOST_ASSOCIATIONS = 8;
    private static final int WARM_UP = 5;
    private static final int TURNS = 3;
    private static final double OF_THE_LIMIT = 0.8;
    private static final double OF_ORTHANC = 3;

    private final Path work;
    private final List<StoreTurn> stores = new ArrayList<>();

    /** Works in a folder. */
    public DicomBench(Path work) {
        this.work = work;
    }

    /** Measures. */
    public BenchReport run() {
        var images = TestImages.write(work.resolve("images"), IMAGES, MOST_ASSOCIATIONS);
        var vertx = Vertx.vertx();
        try (var broker = EmbeddedBroker.start(work.resolve("kafka"), Ports.free())) {
            createTopics(broker.bootstrap());
            var gateway = new GatewayReceiver(vertx, broker.bootstrap());
            var limit = new BareProducer(broker.bootstrap());
            warmUp(images, gateway, limit);
            for (int turn = 0; turn < TURNS; turn++) {
                turn(images, gateway, limit);
            }
        } finally {
            vertx.close();
        }
        var parsing = new ParseBench(work.resolve("parse")).run();
        var gates = new ArrayList<>(storeGates());
        gates.addAll(parsing.gates());
        var measurements = new ArrayList<Record>(stores);
        measurements.addAll(parsing.measurements());
        return new BenchReport("dicom", gates, measurements);
    }

    private void warmUp(TestImages images, GatewayReceiver gateway, BareProducer limit) {
        for (int turn = 0; turn < WARM_UP; turn++) {
            store(gateway, images, new Storescu(MOST_ASSOCIATIONS, true));
            limit.send(IMAGES, MOST_ASSOCIATIONS);
        }
    }

    private void turn(TestImages images, GatewayReceiver gateway, BareProducer limit) {
        for (int associations : new int[] {1, MOST_ASSOCIATIONS}) {
            stores.add(StoreTurn.of("bare producer", associations, true, IMAGES, limit.send(IMAGES, associations)));
            for (boolean noDelay : new boolean[] {true, false}) {
                var sender = new Storescu(associations, noDelay);
                for (var receiver : List.of(
                        gateway, new OrthancReceiver(), new StorescpReceiver(false), new StorescpReceiver(true))) {
                    double seconds = store(receiver, images, sender);
                    stores.add(StoreTurn.of(receiver.name(), associations, noDelay, IMAGES, seconds));
                }
            }
        }
    }

    /** Seconds. Every turn begins with an empty store: a peer may do less for what it already has. */
    private double store(StoreReceiver receiver, TestImages images, Storescu sender) {
        var folder = create(work.resolve("receiver").resolve("kept"));
        try (var listening = receiver.listen(folder)) {
            return sender.send(images, listening);
        } finally {
            Folders.delete(work.resolve("receiver"));
        }
    }

    private List<Gate> storeGates() {
        var gates = new ArrayList<Gate>();
        for (int associations : new int[] {1, MOST_ASSOCIATIONS}) {
            for (boolean noDelay : new boolean[] {true, false}) {
                var how = "%d association%s, sender %s"
                        .formatted(
                                associations,
                                associations == 1 ? "" : "s",
                                noDelay ? "with TCP_NODELAY" : "as it comes");
                double ours = StoreTurn.median(stores, "gateway", associations, noDelay);
                gates.add(Gate.atLeast(
                        "gateway / bare producer, " + how,
                        ours / StoreTurn.median(stores, "bare producer", associations, true),
                        OF_THE_LIMIT));
                gates.add(Gate.atLeast(
                        "gateway / Orthanc, " + how,
                        ours / StoreTurn.median(stores, "Orthanc", associations, noDelay),
                        OF_ORTHANC));
            }
        }
        return gates;
    }

    private static void createTopics(String bootstrap) {
        try (var admin = KafkaConnection.to(bootstrap).admin()) {
            var settings = Configuration.parse("", "bench", Map.of()).section("topics", TopicSettings.class);
            new ClusterTopics(admin, bootstrap, Cluster.SITE, settings).create();
        }
    }

    private static Path create(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
