package dev.auricle.dicom.web;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/** Reads a body of several parts as fast as whoever takes them: one piece is asked for when the one before is taken. */
final class MultipartBody {
    private final ReadStream<Buffer> body;
    private final MultipartReader reader;
    private final PartTaker taker;
    private final Context context;
    private final Promise<Void> done = Promise.promise();
    private long received;
    private boolean taking;
    private boolean ended;

    MultipartBody(ReadStream<Buffer> body, MultipartReader reader, PartTaker taker, Context context) {
        this.body = body;
        this.reader = reader;
        this.taker = taker;
        this.context = context;
    }

    /** Completes when the body has been taken whole; fails with {@link UnableToReadMultipart} or what the taker says. */
    Future<Void> read() {
        body.pause();
        body.exceptionHandler(this::fail);
        body.endHandler(nothing -> ended());
        body.handler(this::received);
        body.fetch(1);
        return done.future();
    }

    /** Stops reading, for a reason from outside. */
    void fail(Throwable cause) {
        if (done.tryFail(cause)) {
            taker.abort(cause);
        }
    }

    /** Bytes so far. */
    long received() {
        return received;
    }

    /** Whether it is the taker's turn, not the sender's. */
    boolean isTaking() {
        return taking;
    }

    private void received(Buffer piece) {
        received += piece.length();
        try {
            reader.feed(piece);
            goOn();
        } catch (UnableToReadMultipart refused) {
            fail(refused);
        }
    }

    private void ended() {
        ended = true;
        if (!taking) {
            close();
        }
    }

    private void close() {
        try {
            reader.end();
            done.tryComplete();
        } catch (UnableToReadMultipart truncated) {
            fail(truncated);
        }
    }

    /** A loop, not a chain of futures: a body of many small parts must not grow the stack. */
    private void goOn() {
        while (!done.future().isComplete()) {
            var event = reader.next();
            if (event.isEmpty()) {
                askForMore();
                return;
            }
            var taken = take(event.get());
            if (!taken.isComplete()) {
                taking = true;
                taken.onComplete(result -> context.runOnContext(nothing -> goOnAfter(result)));
                return;
            }
            if (taken.failed()) {
                fail(taken.cause());
            }
        }
    }

    private void goOnAfter(AsyncResult<Void> taken) {
        taking = false;
        try {
            if (taken.failed()) {
                fail(taken.cause());
            }
            goOn();
        } catch (UnableToReadMultipart refused) {
            fail(refused);
        }
    }

    private void askForMore() {
        if (ended) {
            close();
        } else {
            body.fetch(1);
        }
    }

    private Future<Void> take(PartEvent event) {
        if (event instanceof PartEvent.Begins begins) {
            return taker.begin(begins.headers());
        }
        return event instanceof PartEvent.Piece piece ? taker.write(piece.bytes()) : taker.end();
    }
}
