package dev.auricle.dicom.network;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands a data set to the application's sink, and stands between the association and whatever the sink does: what it
 * throws becomes a status. Once the sink failed, the rest of the data set is thrown away.
 */
final class SinkReceiver implements DataSetReceiver {
    private static final Logger LOG = LoggerFactory.getLogger(SinkReceiver.class);

    private final InstanceSink sink;
    private DataSetReceiver rest = DataSetReceiver.discarding(StoreStatus.PROCESSING_FAILURE);
    private boolean failed;

    private SinkReceiver(InstanceSink sink) {
        this.sink = sink;
    }

    static DataSetReceiver begin(StoreScp storage, StoreRequest request) {
        var begun = guarded(() -> Future.succeededFuture(storage.begin(request)));
        return begun.succeeded() ? new SinkReceiver(begun.result()) : DataSetReceiver.discarding(status(begun.cause()));
    }

    @Override
    public Future<Void> write(Buffer fragment) {
        return failed
                ? rest.write(fragment)
                : guarded(() -> sink.write(fragment)).recover(this::discardRest);
    }

    @Override
    public Future<StoreStatus> end() {
        return failed ? rest.end() : guarded(sink::end).recover(cause -> Future.succeededFuture(status(cause)));
    }

    @Override
    public void abort(Throwable cause) {
        if (failed) {
            return;
        }
        failed = true;
        var aborted = guarded(() -> {
            sink.abort(cause);
            return Future.succeededFuture();
        });
        aborted.onFailure(SinkReceiver::report);
    }

    private Future<Void> discardRest(Throwable cause) {
        rest = DataSetReceiver.discarding(status(cause));
        abort(cause);
        return Future.succeededFuture();
    }

    private static StoreStatus status(Throwable cause) {
        if (cause instanceof UnableToStore refusal) {
            return refusal.status();
        }
        report(cause);
        return StoreStatus.PROCESSING_FAILURE;
    }

    /** The type only: the message is the application's, and may be about a patient. */
    private static void report(Throwable cause) {
        LOG.atError().addKeyValue("cause", cause.getClass().getName()).log("a sink failed to take an instance");
    }

    /** The one place where an application's own mistakes are caught, so that they do not end the association. */
    @SuppressWarnings("checkstyle:IllegalCatch")
    private static <T> Future<T> guarded(Supplier<Future<T>> call) {
        try {
            return call.get();
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }
}
