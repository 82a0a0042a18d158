package dev.auricle.dicom.network;

import io.vertx.core.Future;
import java.util.function.Supplier;

/** Stands between an association and the application that decides about it, and takes and gives its instances. */
final class Guard {
    private Guard() {}

    /**
     * What the application answers, or what it threw as a failure. The one place where an application's own mistakes
     * are caught: they must not end associations, nor leave a peer without an answer.
     */
    @SuppressWarnings("checkstyle:IllegalCatch")
    static <T> Future<T> call(Supplier<Future<T>> application) {
        try {
            return application.get();
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }
}
