package dev.auricle.deploy.embed;

import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.network.AssociationDecision;
import dev.auricle.dicom.network.AssociationLimits;
import dev.auricle.dicom.network.AssociationPolicy;
import dev.auricle.dicom.network.ContextPolicy;
import dev.auricle.dicom.network.DicomNetwork;
import dev.auricle.dicom.network.DicomServer;
import dev.auricle.dicom.network.DimseStatus;
import dev.auricle.dicom.network.InstanceSink;
import dev.auricle.dicom.network.ServerOptions;
import dev.auricle.dicom.network.StoreRequest;
import dev.auricle.dicom.network.StoreScp;
import dev.auricle.dicom.pdu.AssociateReject;
import dev.auricle.dicom.syntax.DataSetReader;
import dev.auricle.dicom.syntax.DicomFile;
import dev.auricle.dicom.syntax.ReadLimits;
import dev.auricle.dicom.syntax.UnableToReadDataSet;
import dev.auricle.schemas.identity.NameUuid;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
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

    private final Vertx vertx;
    private final Path directory;
    private final Map<String, Path> stored = new ConcurrentSkipListMap<>();
    private final DicomServer server;

    /**
     * Opens one.
     *
     * @param port 0 for any that is free
     */
    public DicomArchive(Vertx vertx, DicomNetwork network, String aeTitle, Path directory, int port) {
        this.vertx = vertx;
        this.directory = directory;
        try {
            Files.createDirectories(directory);
            server = await(network.listen(
                    new ServerOptions("127.0.0.1", port, AssociationLimits.DEFAULT), calledBy(aeTitle), this));
        } catch (IOException | ExecutionException | TimeoutException failed) {
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
        return new InstanceSink() {
            private final Buffer received = Buffer.buffer();

            @Override
            public Future<Void> write(Buffer fragment) {
                received.appendBuffer(fragment);
                return Future.succeededFuture();
            }

            @Override
            public Future<DimseStatus> end() {
                return vertx.executeBlocking(() -> store(request, received), false);
            }

            @Override
            public void abort(Throwable cause) {
                // What did not come whole is not stored.
            }
        };
    }

    @Override
    public void close() {
        try {
            await(server.close());
        } catch (ExecutionException | TimeoutException stuck) {
            throw new UnableToEmbed("stopping the DICOM archive", stuck);
        }
    }

    private DimseStatus store(StoreRequest request, Buffer received) throws IOException {
        var syntax = TransferSyntax.of(request.transferSyntax());
        if (syntax.isEmpty()) {
            return DimseStatus.CANNOT_UNDERSTAND;
        }
        try {
            var dataSet = new DataSetReader(ReadLimits.DEFAULT).read(Bytes.wrap(received.getBytes()), syntax.get());
            // A UID names an image of a patient; a file's name does not.
            var file = directory.resolve(NameUuid.of("archive", request.sopInstance()) + ".dcm");
            DicomFile.of(dataSet, syntax.get()).write(file);
            stored.put(dataSet.require(Tags.SOP_INSTANCE_UID).string(), file);
            return DimseStatus.SUCCESS;
        } catch (UnableToReadDataSet malformed) {
            return DimseStatus.CANNOT_UNDERSTAND;
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
