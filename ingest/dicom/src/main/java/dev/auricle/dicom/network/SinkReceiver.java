package dev.auricle.dicom.network;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands a data set to the application's sink, and stands between the association and whatever the sink does: what it
 * throws becomes a status. Once the sink failed, the rest of the data set is thrown away.
 */
final class SinkReceiver implements DataSetReceiver {
    private static final Logger LOG = LoggerFactory.getLogger(SinkReceiver.class);

    private final InstanceSink sink;
    private DataSetReceiver rest = DataSetReceiver.discarding(DimseStatus.PROCESSING_FAILURE);
    private boolean failed;

    private SinkReceiver(InstanceSink sink) {
        this.sink = sink;
    }

    static DataSetReceiver begin(StoreScp storage, StoreRequest request) {
        var begun = Guard.call(() -> Future.succeededFuture(storage.begin(request)));
        return begun.succeeded() ? new SinkReceiver(begun.result()) : DataSetReceiver.discarding(status(begun.cause()));
    }

    @Override
    public Future<Void> write(Buffer fragment) {
        return failed
                ? rest.write(fragment)
                : Guard.call(() -> sink.write(fragment)).recover(this::discardRest);
    }

    @Override
    public Future<DimseStatus> end() {
        return failed ? rest.end() : Guard.call(sink::end).recover(cause -> Future.succeededFuture(status(cause)));
    }

    @Override
    public void abort(Throwable cause) {
        if (failed) {
            return;
        }
        failed = true;
        var aborted = Guard.call(() -> {
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

    private static DimseStatus status(Throwable cause) {
        if (cause instanceof UnableToStore refusal) {
            return refusal.status();
        }
        report(cause);
        return DimseStatus.PROCESSING_FAILURE;
    }

    /** The type only: the message is the application's, and may be about a patient. */
    private static void report(Throwable cause) {
        LOG.atError().addKeyValue("cause", cause.getClass().getName()).log("a sink failed to take an instance");
    }
}
