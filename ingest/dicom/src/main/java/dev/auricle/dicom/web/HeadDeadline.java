package dev.auricle.dicom.web;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import java.time.Duration;
import java.util.IdentityHashMap;

/**
 * Closes connections on which no request begins in time, be it the first or the next: whoever sends a head byte by byte
 * keeps a connection no longer than who sends nothing. Used on one event loop.
 */
final class HeadDeadline {
    private final Vertx vertx;
    private final Duration patience;
    private final IdentityHashMap<HttpConnection, Long> timers = new IdentityHashMap<>();

    HeadDeadline(Vertx vertx, Duration patience) {
        this.vertx = vertx;
        this.patience = patience;
    }

    void connected(HttpConnection connection) {
        connection.closeHandler(nothing -> begun(connection));
        expect(connection);
    }

    /** The head of a request is whole, or the connection gone. */
    void begun(HttpConnection connection) {
        var timer = timers.remove(connection);
        if (timer != null) {
            vertx.cancelTimer(timer);
        }
    }

    /** It is the client's turn to begin a request. */
    void expect(HttpConnection connection) {
        begun(connection);
        timers.put(connection, vertx.setTimer(patience.toMillis(), id -> connection.close()));
    }
}
