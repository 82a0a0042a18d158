package dev.auricle.dcm4che;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/**
 * Calls the application on one event loop, as the seam promises, and waits for it on dcm4che's own thread: while that
 * waits it does not read, and the peer is slowed.
 */
final class EventLoop {
    private final Context context;

    EventLoop(Vertx vertx) {
        this.context = vertx.getOrCreateContext();
    }

    /** What the application comes to; what it fails with is wrapped. */
    <T> T await(Supplier<Future<T>> application) throws IOException {
        var result = Promise.<T>promise();
        context.runOnContext(nothing -> call(application).onComplete(result));
        try {
            return result.future().toCompletionStage().toCompletableFuture().get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        }
    }

    /** The one place where an application's own mistakes are caught: they must not end associations. */
    @SuppressWarnings("checkstyle:IllegalCatch")
    private static <T> Future<T> call(Supplier<Future<T>> application) {
        try {
            return application.get();
        } catch (RuntimeException mistake) {
            return Future.failedFuture(mistake);
        }
    }
}
