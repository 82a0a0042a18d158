package dev.auricle.dicom.network;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;

/**
 * Takes one instance: any number of {@code write}, then either {@code end} or {@code abort}. All are called on the
 * association's event loop, one after the other, none before the future of the one before is complete; while one is
 * incomplete the socket is paused. The futures may be completed by any thread.
 */
public interface InstanceSink {
    /**
     * The next piece of the data set. The buffer is a slice of what was read from the socket, and the sink's to keep.
     * A failed future ends the instance: the rest of it is thrown away, {@link #abort} is called, and the peer is
     * answered the status of a {@link UnableToStore}, or "processing failure".
     */
    Future<Void> write(Buffer fragment);

    /** The data set is whole. The peer is answered when the future completes. */
    Future<DimseStatus> end();

    /** The rest will not come: the association died, or a write failed. Not called once {@link #end} was. */
    void abort(Throwable cause);
}
