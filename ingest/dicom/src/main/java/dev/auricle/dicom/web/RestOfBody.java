package dev.auricle.dicom.web;

import io.vertx.core.http.HttpServerRequest;

/**
 * What a client still sends of a request that has its answer already. Some of it is read and thrown away, so that the
 * client comes to read the answer; whoever sends more waits, until the connection is closed because no next request begins.
 */
final class RestOfBody {
    private static final long MOST_BYTES = 1 << 24;

    private final HttpServerRequest request;
    private long bytes;

    RestOfBody(HttpServerRequest request) {
        this.request = request;
    }

    void discard() {
        if (request.isEnded()) {
            return;
        }
        request.exceptionHandler(gone -> {});
        request.endHandler(nothing -> {});
        request.handler(piece -> {
            bytes += piece.length();
            if (bytes > MOST_BYTES) {
                request.pause();
            }
        });
        request.resume();
    }
}
