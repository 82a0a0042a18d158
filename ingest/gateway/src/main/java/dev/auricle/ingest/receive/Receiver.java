package dev.auricle.ingest.receive;

import dev.auricle.dicom.network.DicomNetwork;
import dev.auricle.dicom.network.DicomServer;
import dev.auricle.dicom.network.InstanceSink;
import dev.auricle.dicom.network.StoreRequest;
import dev.auricle.dicom.network.StoreScp;
import dev.auricle.dicom.tls.UnableToUseCertificate;
import dev.auricle.schemas.connect.SiteConfig;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * The application entities that the PACS sends to: C-STORE for every storage class, C-ECHO. What comes takes the way of
 * the {@link Intake}.
 */
public final class Receiver implements StoreScp, AutoCloseable {
    private static final int START_SECONDS = 20;
    private static final int STOP_SECONDS = 40;

    private final Intake intake;
    private final DicomServer server;

    /**
     * Listens.
     *
     * @param transferIds names transfers; no two alike
     * @throws UnableToListen when the port is taken
     * @throws UnableToUseCertificate when TLS is wanted and its files are no good
     */
    public Receiver(DicomNetwork network, SiteConfig site, ReceiveConfig config, Supplier<String> transferIds) {
        intake = new Intake(site, config, transferIds);
        server = listen(network, site, config);
    }

    /** Where it listens. */
    public int port() {
        return server.port();
    }

    @Override
    public InstanceSink begin(StoreRequest request) {
        return intake.begin(request, request.association().attributes().getOrDefault(KnownTitles.SITE, ""));
    }

    @Override
    public void close() {
        try {
            server.close().toCompletionStage().toCompletableFuture().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException stuck) {
            throw new UnableToListen("the receiver did not stop", stuck);
        } finally {
            intake.close();
        }
    }

    private DicomServer listen(DicomNetwork network, SiteConfig site, ReceiveConfig config) {
        var listening = network.listen(config.options(), config.policy(new KnownTitles(site.hospitals())), this);
        try {
            return listening.toCompletionStage().toCompletableFuture().get(START_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UnableToListen(config.host() + ":" + config.port(), interrupted);
        } catch (ExecutionException | TimeoutException failed) {
            intake.close();
            if (failed.getCause() instanceof UnableToUseCertificate unusable) {
                throw unusable;
            }
            throw new UnableToListen(
                    "cannot listen on " + config.host() + ":" + config.port() + "; is the port in use?", failed);
        }
    }
}
