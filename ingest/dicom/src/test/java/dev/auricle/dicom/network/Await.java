package dev.auricle.dicom.network;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** Waits, in a test's own thread, for what happens on event loops. */
public final class Await {
    private static final long SECONDS = 20;

    private Await() {}

    public static <T> T result(Future<T> future) throws InterruptedException, TimeoutException {
        try {
            return future.toCompletionStage().toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("the future failed", e.getCause());
        }
    }

    public static Throwable failure(Future<?> future) throws InterruptedException, TimeoutException {
        return result(future.transform(done -> Future.succeededFuture(Optional.ofNullable(done.cause()))))
                .orElseThrow(() -> new AssertionError("the future did not fail"));
    }

    public static void until(BooleanSupplier condition) throws TimeoutException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new TimeoutException("the condition did not come true");
            }
            Thread.onSpinWait();
        }
    }
}
