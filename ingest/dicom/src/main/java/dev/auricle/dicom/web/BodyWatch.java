package dev.auricle.dicom.web;

import io.vertx.core.Vertx;
import java.time.Duration;

/** Ends the reading of a body that comes too slowly to be meant, while it is the client's turn. Used on one event loop. */
final class BodyWatch {
    private static final long LEAST_BYTES = 1 << 10;

    private final Vertx vertx;
    private final long timer;
    private long seen;

    BodyWatch(Vertx vertx, Duration period, MultipartBody body) {
        this.vertx = vertx;
        this.timer = vertx.setPeriodic(period.toMillis(), id -> look(body));
    }

    void stop() {
        vertx.cancelTimer(timer);
    }

    private void look(MultipartBody body) {
        if (!body.isTaking() && body.received() - seen < LEAST_BYTES) {
            body.fail(new UnableToServe(408, "the body came too slowly"));
        }
        seen = body.received();
    }
}
