package dev.auricle.dicom.network;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/** Sends one data set, as fast as its source gives it and the peer takes it. */
final class Transmission {
    /** Is told when the peer has to take something before more can be sent, and when it did. */
    interface Pace {
        void waiting();

        void moving();
    }

    private final PduChannel channel;
    private final Context context;
    private final Pace pace;
    private final PdvWriter writer;
    private final InstanceSource source;
    private final Promise<Void> sent = Promise.promise();

    Transmission(PduChannel channel, Context context, Pace pace, PdvWriter writer, InstanceSource source) {
        this.channel = channel;
        this.context = context;
        this.pace = pace;
        this.writer = writer;
        this.source = source;
    }

    Future<Void> start() {
        goOn();
        return sent.future();
    }

    /** A loop, not a chain of futures: a source that has everything at hand must not grow the stack. */
    private void goOn() {
        while (!sent.future().isComplete()) {
            if (channel.isCongested()) {
                pace.waiting();
                channel.whenDrained(() -> {
                    pace.moving();
                    goOn();
                });
                return;
            }
            var next = Guard.call(source::next);
            if (!next.isComplete()) {
                next.onComplete(piece -> context.runOnContext(nothing -> {
                    take(piece);
                    goOn();
                }));
                return;
            }
            take(next);
        }
    }

    private void take(AsyncResult<Optional<Buffer>> piece) {
        if (piece.failed()) {
            sent.tryFail(piece.cause());
        } else if (piece.result().isEmpty()) {
            channel.send(writer.finish());
            sent.tryComplete();
        } else {
            var units = writer.add(piece.result().get());
            if (units.length() > 0) {
                channel.send(units);
            }
        }
    }
}
