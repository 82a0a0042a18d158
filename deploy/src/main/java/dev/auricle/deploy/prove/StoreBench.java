package dev.auricle.deploy.prove;

import dev.auricle.deploy.embed.EmbeddedBroker;
import dev.auricle.deploy.embed.Ports;
import dev.auricle.deploy.prove.BenchReport.Gate;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.dictionary.Vr;
import dev.auricle.dicom.network.VertxDicomNetwork;
import dev.auricle.dicom.syntax.DicomFile;
import dev.auricle.ingest.receive.ReceiveConfig;
import dev.auricle.ingest.receive.Receiver;
import dev.auricle.schemas.configuration.Configuration;
import dev.auricle.schemas.configuration.Secret;
import dev.auricle.schemas.connect.Hospital;
import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.connect.SiteConfig;
import dev.auricle.schemas.topic.Cluster;
import dev.auricle.schemas.topic.ClusterTopics;
import dev.auricle.schemas.topic.TopicSettings;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * C-STORE of the same files by DCMTK's {@code storescu}: into our gateway, which answers only when a real Kafka broker has
 * acknowledged, and into DCMTK's {@code storescp}, which writes files. With and without TCP_NODELAY at the sender, and at
 * storescp, whose receiver has it off unless told otherwise; turns alternate, the median counts.
 */
public final class StoreBench {
    private static final int FILES = 300;
    private static final int SIDE = 512;
    private static final int TURNS = 3;
    private static final double AS_FAST_AS = 1.0;

    private final Path work;
    private final List<Measurement> measurements = new ArrayList<>();

    /** One turn: who received, which ends had TCP_NODELAY set, how long it took. */
    record Measurement(
            String receiver,
            boolean senderNoDelay,
            boolean receiverNoDelay,
            int files,
            int bytesEach,
            double seconds,
            double imagesPerSecond) {}

    /** Works in a folder. */
    public StoreBench(Path work) {
        this.work = work;
    }

    /** Measures. */
    public BenchReport run() {
        var files = work.resolve("files");
        writeFiles(files);
        try (var broker = EmbeddedBroker.start(work.resolve("kafka"), Ports.free())) {
            createTopics(broker.bootstrap());
            var vertx = Vertx.vertx();
            var site = new SiteConfig(
                    broker.bootstrap(),
                    Map.of(),
                    List.of(new Hospital("bench", "BENCH", List.of("PACS"), new Secret("no secret at all"))));
            var config = Configuration.parse("{port: 0}", "bench", Map.of()).as(ReceiveConfig.class);
            try (var receiver = new Receiver(
                    new VertxDicomNetwork(vertx),
                    site,
                    config,
                    () -> UUID.randomUUID().toString())) {
                measure(files, receiver.port());
            }
            vertx.close();
        }
        return new BenchReport("store", gates(), measurements);
    }

    private void measure(Path files, int ours) {
        Dcmtk.send(files, ours, "BENCH", true); // the virtual machine warms up
        for (int turn = 0; turn < TURNS; turn++) {
            for (boolean senderNoDelay : new boolean[] {true, false}) {
                row("auricle", senderNoDelay, true, Dcmtk.send(files, ours, "BENCH", senderNoDelay));
                for (boolean receiverNoDelay : new boolean[] {true, false}) {
                    row(
                            "storescp",
                            senderNoDelay,
                            receiverNoDelay,
                            intoStorescp(files, senderNoDelay, receiverNoDelay));
                }
            }
        }
    }

    private double intoStorescp(Path files, boolean senderNoDelay, boolean receiverNoDelay) {
        int port = Ports.free();
        var storescp = Dcmtk.receive(folder("storescp-files"), port, receiverNoDelay);
        try {
            return Dcmtk.send(files, port, "ANY-SCP", senderNoDelay);
        } finally {
            storescp.destroy();
        }
    }

    private void row(String receiver, boolean senderNoDelay, boolean receiverNoDelay, double seconds) {
        measurements.add(new Measurement(
                receiver, senderNoDelay, receiverNoDelay, FILES, 2 * SIDE * SIDE, seconds, FILES / seconds));
    }

    private List<Gate> gates() {
        return List.of(
                Gate.atLeast("ours / storescp, both as they come", ratio(false, false), AS_FAST_AS),
                Gate.atLeast("ours / storescp, sender with TCP_NODELAY", ratio(true, false), AS_FAST_AS));
    }

    /** Our images per second over those of a storescp whose receiver is so. */
    private double ratio(boolean senderNoDelay, boolean receiverNoDelay) {
        return median("auricle", senderNoDelay, true) / median("storescp", senderNoDelay, receiverNoDelay);
    }

    private double median(String receiver, boolean senderNoDelay, boolean receiverNoDelay) {
        var rates = measurements.stream()
                .filter(turn -> turn.receiver().equals(receiver))
                .filter(turn -> turn.senderNoDelay() == senderNoDelay && turn.receiverNoDelay() == receiverNoDelay)
                .mapToDouble(Measurement::imagesPerSecond)
                .sorted()
                .toArray();
        return rates[rates.length / 2];
    }

    private static void createTopics(String bootstrap) {
        try (var admin = KafkaConnection.to(bootstrap).admin()) {
            var settings = Configuration.parse("", "bench", Map.of()).section("topics", TopicSettings.class);
            new ClusterTopics(admin, bootstrap, Cluster.SITE, settings).create();
        }
    }

    private void writeFiles(Path folder) {
        folder(folder.getFileName().toString());
        var pixels = new byte[2 * SIDE * SIDE];
        new Random(1).nextBytes(pixels);
        for (int number = 1; number <= FILES; number++) {
            try {
                DicomFile.of(
                                image(number, Arrays.copyOf(pixels, pixels.length)),
                                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)
                        .write(folder.resolve("image-%03d.dcm".formatted(number)));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    private static DataSet image(int number, byte[] pixels) {
        return DataSet.builder()
                .set(Tags.SOP_CLASS_UID, SopClass.CT_IMAGE.uid())
                .set(Tags.SOP_INSTANCE_UID, "2.25.100." + number)
                .set(Tags.MODALITY, "CT")
                .set(Tags.PATIENT_ID, "BENCH")
                .set(Tags.STUDY_INSTANCE_UID, "2.25.1")
                .set(Tags.SERIES_INSTANCE_UID, "2.25.2")
                .set(Tags.INSTANCE_NUMBER, number)
                .set(Tags.ROWS, SIDE)
                .set(Tags.COLUMNS, SIDE)
                .set(Tags.BITS_ALLOCATED, 16)
                .bytes(Tags.PIXEL_DATA, Vr.OW, pixels)
                .build();
    }

    private Path folder(String name) {
        try {
            return Files.createDirectories(work.resolve(name));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
