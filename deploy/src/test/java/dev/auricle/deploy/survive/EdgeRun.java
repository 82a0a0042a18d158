package dev.auricle.deploy.survive;

import dev.auricle.deploy.embed.Ports;
import dev.auricle.dicom.network.AssociationTimeouts;
import dev.auricle.dicom.network.OutgoingInstance;
import dev.auricle.dicom.network.Peer;
import dev.auricle.dicom.network.SendOutcome;
import dev.auricle.dicom.network.StoreScu;
import dev.auricle.dicom.network.VertxDicomNetwork;
import dev.auricle.schemas.configuration.Configuration;
import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.log.Follower;
import dev.auricle.schemas.log.LogReader;
import dev.auricle.schemas.record.SeriesAssembled;
import dev.auricle.schemas.topic.Cluster;
import dev.auricle.schemas.topic.ClusterTopics;
import dev.auricle.schemas.topic.TopicSettings;
import dev.auricle.schemas.topic.Topics;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** A gateway and its broker, each in a process of its own with a heap of 256 MiB, and somebody who sends. */
final class EdgeRun implements AutoCloseable {
    private static final String BROKER = "broker";
    private static final String GATEWAY = "gateway";
    private static final String TOPICS = "topics: {parallelism: 1, lanes: 1, sites: 1}";
    private static final int SEND_MINUTES = 10;

    private final Path directory;
    private final Children children;
    private final Vertx vertx = Vertx.vertx();
    private final int brokerPort = Ports.free();
    private final int gatewayPort = Ports.free();

    EdgeRun(String test, Path directory) {
        this.directory = directory;
        children = new Children("edge-" + test);
    }

    /** Starts both; the broker's log lies in that folder. */
    void begin(Path log) {
        children.start(BROKER, BrokerProcess.class, log.toString(), String.valueOf(brokerPort));
        awaitThat("the broker listens", () -> isListening(brokerPort));
        var settings = Configuration.parse(TOPICS, "test", Map.of()).section("topics", TopicSettings.class);
        try (var admin = connection().admin()) {
            new ClusterTopics(admin, connection().bootstrap(), Cluster.BOTH, settings).create();
        }
        children.start(GATEWAY, "ingest", "--config", configuration());
        awaitThat("the gateway listens", () -> isListening(gatewayPort));
    }

    /** Sends on one association, and returns the instances that were acknowledged. */
    List<SendOutcome> send(List<OutgoingInstance> instances) {
        var scu = new StoreScu(new VertxDicomNetwork(vertx), AssociationTimeouts.DEFAULT);
        try {
            return scu.send(new Peer("127.0.0.1", gatewayPort, "NORTH", "PACS"), instances)
                    .await(SEND_MINUTES, TimeUnit.MINUTES);
        } catch (TimeoutException late) {
            throw new AssertionError("not sent within " + SEND_MINUTES + " minutes", late);
        }
    }

    void killBroker() {
        children.kill(BROKER);
    }

    boolean hasBrokerEnded() {
        return children.hasEnded(BROKER);
    }

    void startBrokerAgain() {
        children.startAgain(BROKER);
        awaitThat("the broker listens again", () -> isListening(brokerPort));
    }

    /** The instances that the log holds whole. */
    Set<String> received() {
        return ReceivedLog.of(connection());
    }

    /** What has been assembled, revision by revision. */
    List<SeriesAssembled> assembled() {
        try (var follower = new Follower<>(connection(), Topics.SERIES_ASSEMBLED)) {
            return follower.readToEnd().stream().map(LogReader.Entry::value).toList();
        }
    }

    long gatewaysPeakMebibytes() {
        return children.peakMebibytes(GATEWAY);
    }

    void awaitThat(String what, BooleanSupplier isSo) {
        children.awaitThat(what, isSo);
    }

    @Override
    public void close() {
        children.close();
        vertx.close();
    }

    private KafkaConnection connection() {
        return KafkaConnection.to("127.0.0.1:" + brokerPort);
    }

    private String configuration() {
        try {
            return Files.writeString(directory.resolve("auricle.yaml"), """
                            federation: {name: atrium, bootstrap: '127.0.0.1:%1$d'}
                            site:
                              bootstrap: '127.0.0.1:%1$d'
                              hospitals: [{name: north, aeTitle: NORTH, callers: [PACS], secret: nothing-secret-1}]
                            %2$s
                            ingest:
                              receive: {port: %3$d, patience: 3s}
                              assemble: {quietPeriod: 3s}
                              streams: {state: '%4$s'}
                            """.formatted(
                                    brokerPort, TOPICS, gatewayPort, directory.resolve("state")))
                    .toString();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static boolean isListening(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }
}
