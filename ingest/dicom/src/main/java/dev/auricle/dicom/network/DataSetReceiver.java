package dev.auricle.dicom.network;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;

/** Takes the data set that follows a request, and has the status to answer the request with; its futures do not fail. */
interface DataSetReceiver extends InstanceSink {
    /** The request was answered with the status of {@link #end}. */
    default void answered(DimseStatus status) {}

    /** Throws the data set away and answers the status. */
    static DataSetReceiver discarding(DimseStatus status) {
        return new DataSetReceiver() {
            @Override
            public Future<Void> write(Buffer fragment) {
                return Future.succeededFuture();
            }

            @Override
            public Future<DimseStatus> end() {
                return Future.succeededFuture(status);
            }

            @Override
            public void abort(Throwable cause) {}
        };
    }
}
