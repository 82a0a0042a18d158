package dev.auricle.deploy.perform;

import dev.auricle.deploy.embed.DicomArchive;
import dev.auricle.deploy.embed.EmbeddedBroker;
import dev.auricle.deploy.embed.FhirServer;
import dev.auricle.deploy.embed.Ports;
import dev.auricle.deploy.embed.UnableToEmbed;
import dev.auricle.dicom.network.DicomNetwork;
import dev.auricle.dicom.network.VertxDicomNetwork;
import dev.auricle.schemas.connect.KafkaConnection;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The servers that the demo brings along. The FHIR server takes its time, so it starts while studies arrive. */
final class Servers implements AutoCloseable {
    static final String ARCHIVE_AE = "ARCHIVE";

    private static final Logger LOG = LoggerFactory.getLogger(Servers.class);

    private final Vertx vertx = Vertx.vertx();
    private final DicomNetwork network = new VertxDicomNetwork(vertx);
    private final EmbeddedBroker broker;
    private final DicomArchive archive;
    private final CompletableFuture<FhirServer> fhir;

    Servers(Path work) {
        broker = EmbeddedBroker.start(work.resolve("kafka"), Ports.free());
        archive = new DicomArchive(vertx, network, ARCHIVE_AE, work.resolve("archive"), 0);
        fhir = CompletableFuture.supplyAsync(() -> FhirServer.start(work.resolve("fhir"), Ports.free()));
    }

    KafkaConnection kafka() {
        return KafkaConnection.to(broker.bootstrap());
    }

    Vertx vertx() {
        return vertx;
    }

    DicomNetwork network() {
        return network;
    }

    DicomArchive archive() {
        return archive;
    }

    /** Waits for it. */
    FhirServer fhir() {
        try {
            return fhir.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof UnableToEmbed unable ? unable : failed;
        }
    }

    @Override
    public void close() {
        fhir.thenAccept(FhirServer::close).exceptionally(neverStarted -> null).join();
        archive.close();
        broker.close();
        try {
            vertx.close().toCompletionStage().toCompletableFuture().get(1, TimeUnit.MINUTES);
        } catch (ExecutionException | TimeoutException stuck) {
            LOG.atWarn().setCause(stuck).log("Vert.x did not stop cleanly");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
