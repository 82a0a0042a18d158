package dev.auricle.dicom.web;

import dev.auricle.dicom.network.InstanceSink;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;

/** Gives a sink what is in memory already in pieces of the length that the network gives. */
final class Pieces {
    private static final int LENGTH = 1 << 16;

    private Pieces() {}

    static Future<Void> write(Buffer bytes, InstanceSink sink) {
        var written = Future.<Void>succeededFuture();
        for (int at = 0; at < bytes.length(); at += LENGTH) {
            var piece = bytes.slice(at, Math.min(bytes.length(), at + LENGTH));
            written = written.compose(nothing -> sink.write(piece));
        }
        return written;
    }
}
