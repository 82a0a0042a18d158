package dev.auricle.deploy.launch;

import dev.auricle.dicom.network.AssociationLimits;
import dev.auricle.dicom.network.AssociationPolicy;
import dev.auricle.dicom.network.ContextPolicy;
import dev.auricle.dicom.network.DicomServer;
import dev.auricle.dicom.network.DimseStatus;
import dev.auricle.dicom.network.InstanceSink;
import dev.auricle.dicom.network.ServerOptions;
import dev.auricle.dicom.network.VertxDicomNetwork;
import dev.auricle.dicom.tls.ServerTls;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A DICOM peer on loopback that does what a test wants of it. */
final class StandInPeer implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 20;
    private static final ServerOptions CLEAR = new ServerOptions("127.0.0.1", 0, AssociationLimits.DEFAULT);

    private final Vertx vertx = Vertx.vertx();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final DicomServer server;

    private StandInPeer(ServerOptions options, AssociationPolicy policy, DimseStatus answer) {
        server = await(
                new VertxDicomNetwork(vertx).listen(options, policy, request -> sink(request.sopInstance(), answer)));
    }

    /** Lets everybody in, and answers this to every instance. */
    static StandInPeer answering(DimseStatus answer) {
        return new StandInPeer(CLEAR, AssociationPolicy.anybody(ContextPolicy.archive()), answer);
    }

    /** Lets in whom the policy lets in. */
    static StandInPeer deciding(AssociationPolicy policy) {
        return new StandInPeer(CLEAR, policy, DimseStatus.SUCCESS);
    }

    /** Lets everybody in, over TLS. */
    static StandInPeer over(ServerTls tls) {
        return new StandInPeer(
                CLEAR.over(tls), AssociationPolicy.anybody(ContextPolicy.archive()), DimseStatus.SUCCESS);
    }

    int port() {
        return server.port();
    }

    /** The UIDs of the instances that came whole. */
    List<String> received() {
        return received;
    }

    @Override
    public void close() {
        await(server.close());
        await(vertx.close());
    }

    private InstanceSink sink(String uid, DimseStatus answer) {
        return new InstanceSink() {
            @Override
            public Future<Void> write(Buffer fragment) {
                return Future.succeededFuture();
            }

            @Override
            public Future<DimseStatus> end() {
                received.add(uid);
                return Future.succeededFuture(answer);
            }

            @Override
            public void abort(Throwable cause) {
                // Not whole, so not received.
            }
        };
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }
}
