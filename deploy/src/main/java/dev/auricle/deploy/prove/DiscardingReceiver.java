package dev.auricle.deploy.prove;

import dev.auricle.dicom.network.AssociationLimits;
import dev.auricle.dicom.network.AssociationPolicy;
import dev.auricle.dicom.network.ContextPolicy;
import dev.auricle.dicom.network.DicomServer;
import dev.auricle.dicom.network.DimseStatus;
import dev.auricle.dicom.network.InstanceSink;
import dev.auricle.dicom.network.ServerOptions;
import dev.auricle.dicom.network.VertxDicomNetwork;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;

/** Our toolkit, which throws away what it is sent: what the senders alone cost. */
record DiscardingReceiver(Vertx vertx) implements StoreReceiver {
    @Override
    public String name() {
        return "nothing kept";
    }

    @Override
    public Listening listen(Path folder) {
        var server = new VertxDicomNetwork(vertx)
                .listen(
                        new ServerOptions("127.0.0.1", 0, AssociationLimits.DEFAULT),
                        AssociationPolicy.anybody(ContextPolicy.archive()),
                        request -> new Nowhere())
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return new Listening(server.port(), "ANY-SCP", () -> close(server));
    }

    private static void close(DicomServer server) {
        server.close().toCompletionStage().toCompletableFuture().join();
    }

    /** Takes everything and keeps nothing. */
    private static final class Nowhere implements InstanceSink {
        @Override
        public Future<Void> write(Buffer fragment) {
            return Future.succeededFuture();
        }

        @Override
        public Future<DimseStatus> end() {
            return Future.succeededFuture(DimseStatus.SUCCESS);
        }

        @Override
        public void abort(Throwable cause) {}
    }
}
