package dev.auricle.dicom.network;

import io.vertx.core.Future;
import java.util.Optional;

/** Hands the answers of one query to its sink, until the sink fails: then the query is cancelled. */
final class MatchGathering {
    private final MatchSink sink;
    private final Cancellation cancellation;
    private Optional<Throwable> failure = Optional.empty();

    MatchGathering(MatchSink sink, Cancellation cancellation) {
        this.sink = sink;
        this.cancellation = cancellation;
    }

    Future<Void> take(Invoker.Answer answer) {
        return failure.isPresent()
                ? Future.succeededFuture()
                : Guard.call(() -> sink.match(answer.dataSet())).recover(this::stop);
    }

    Future<DimseStatus> outcome(DimseStatus last) {
        return failure.<Future<DimseStatus>>map(Future::failedFuture).orElse(Future.succeededFuture(last));
    }

    private Future<Void> stop(Throwable cause) {
        failure = Optional.of(cause);
        cancellation.cancel();
        return Future.succeededFuture();
    }
}
