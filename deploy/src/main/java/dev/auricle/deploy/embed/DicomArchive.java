package dev.auricle.deploy.embed;

import dev.auricle.dicom.network.AssociationDecision;
import dev.auricle.dicom.network.AssociationLimits;
import dev.auricle.dicom.network.AssociationPolicy;
import dev.auricle.dicom.network.ContextPolicy;
import dev.auricle.dicom.network.DicomNetwork;
import dev.auricle.dicom.network.DicomServer;
import dev.auricle.dicom.network.InstanceSink;
import dev.auricle.dicom.network.ServerOptions;
import dev.auricle.dicom.network.StoreRequest;
import dev.auricle.dicom.network.StoreScp;
import dev.auricle.dicom.pdu.AssociateReject;
import dev.auricle.dicom.syntax.DicomFile;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A small DICOM archive that stands in for the PACS: stores what it is sent as Part 10 files, one for each SOP instance,
 * and the last of the same instance. Listens on loopback.
 */
public final class DicomArchive implements StoreScp, AutoCloseable {
    private static final int PATIENCE_SECONDS = 40;

    private final DicomFolder folder;
    private final Map<String, Path> stored = new ConcurrentSkipListMap<>();
    private final DicomServer server;

    /**
     * Opens one.
     *
     * @param port 0 for any that is free
     */
    public DicomArchive(Vertx vertx, DicomNetwork network, String aeTitle, Path directory, int port) {
        folder = new DicomFolder(vertx, directory, stored::put);
        try {
            server = await(network.listen(
                    new ServerOptions("127.0.0.1", port, AssociationLimits.DEFAULT), calledBy(aeTitle), this));
        } catch (ExecutionException | TimeoutException failed) {
            throw new UnableToEmbed("a DICOM archive on port " + port, failed);
        }
    }

    /** Where it listens. */
    public int port() {
        return server.port();
    }

    /** The SOP instance UIDs of what it has, in order. */
    public List<String> instances() {
        return List.copyOf(stored.keySet());
    }

    /** One of them. */
    public DicomFile read(String sopInstance) {
        var file = stored.get(sopInstance);
        if (file == null) {
            throw new NoSuchInstance();
        }
        try {
            return DicomFile.read(file);
        } catch (IOException failed) {
            throw new UnableToEmbed("reading from the archive", failed);
        }
    }

    /** The file of one of them. */
    public Path file(String sopInstance) {
        var file = stored.get(sopInstance);
        if (file == null) {
            throw new NoSuchInstance();
        }
        return file;
    }

    @Override
    public InstanceSink begin(StoreRequest request) {
        return folder.begin(request);
    }

    @Override
    public void close() {
        try {
            await(server.close());
        } catch (ExecutionException | TimeoutException stuck) {
            throw new UnableToEmbed("stopping the DICOM archive", stuck);
        }
    }

    private static AssociationPolicy calledBy(String aeTitle) {
        var anybody = AssociationPolicy.anybody(ContextPolicy.archive());
        return proposal -> proposal.calledAe().equals(aeTitle)
                ? anybody.decide(proposal)
                : new AssociationDecision.Reject(AssociateReject.CALLED_AE_TITLE_NOT_RECOGNIZED);
    }

    private static <T> T await(Future<T> future) throws ExecutionException, TimeoutException {
        try {
            return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new TimeoutException("interrupted");
        }
    }
}
