package dev.auricle.dicom.network;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * A timer that is set again by whatever the peer sends, and acts once when nothing came for too long. Costs one timer
 * an association, not one a read. Used on one event loop.
 */
final class Watch {
    private final Vertx vertx;
    private final PduChannel channel;
    private long timer = -1;

    Watch(Vertx vertx, PduChannel channel) {
        this.vertx = vertx;
        this.channel = channel;
    }

    /** Acts when the time is over, whatever happens meanwhile. */
    void expect(Duration within, Runnable otherwise) {
        stop();
        timer = vertx.setTimer(within.toMillis(), id -> otherwise.run());
    }

    /** Acts when the peer was silent for so long while it was its turn. */
    void expectSigns(Duration within, BooleanSupplier peersTurn, Runnable otherwise) {
        stop();
        long silent = (System.nanoTime() - channel.lastSign()) / 1_000_000;
        long left = Math.max(1, within.toMillis() - silent);
        timer = vertx.setTimer(peersTurn.getAsBoolean() ? left : within.toMillis(), id -> {
            boolean tooLong = System.nanoTime() - channel.lastSign() >= within.toNanos();
            if (tooLong && peersTurn.getAsBoolean()) {
                otherwise.run();
            } else {
                expectSigns(within, peersTurn, otherwise);
            }
        });
    }

    void stop() {
        vertx.cancelTimer(timer);
    }
}
