package dev.auricle.dicom.network;

import dev.auricle.dicom.data.Bytes;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;

/** Gives an encoded data set piece by piece, each when the one before it is on its way. */
@FunctionalInterface
public interface InstanceSource {
    /** The next piece, of any length; empty at the end. */
    Future<Optional<Buffer>> next();

    /** These pieces. */
    static InstanceSource of(Buffer... pieces) {
        return of(Arrays.asList(pieces).iterator());
    }

    /** All of these bytes. */
    static InstanceSource of(Bytes bytes) {
        return of(Buffer.buffer(bytes.toArray()));
    }

    private static InstanceSource of(Iterator<Buffer> pieces) {
        return () -> Future.succeededFuture(pieces.hasNext() ? Optional.of(pieces.next()) : Optional.empty());
    }
}
