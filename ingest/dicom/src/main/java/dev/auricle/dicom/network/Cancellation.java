package dev.auricle.dicom.network;

import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.Function;

/** Stops an operation: before it is asked for by not asking, afterwards by C-CANCEL. Used on one event loop. */
final class Cancellation {
    private final Invoker invoker;
    private Optional<Invoker.Request> request = Optional.empty();
    private boolean asked;

    private Cancellation(Invoker invoker) {
        this.invoker = invoker;
    }

    /** The operation, in its turn. */
    static <T> Operation<T> of(Invoker invoker, Context context, Function<Cancellation, Future<T>> operation) {
        var cancellation = new Cancellation(invoker);
        var outcome = invoker.inTurn(() -> cancellation.begin(operation));
        return new Operation<>() {
            @Override
            public Future<T> outcome() {
                return outcome;
            }

            @Override
            public void cancel() {
                context.runOnContext(nothing -> cancellation.cancel());
            }
        };
    }

    private <T> Future<T> begin(Function<Cancellation, Future<T>> operation) {
        return asked ? Future.failedFuture(new UnableToExchange("cancelled before it began")) : operation.apply(this);
    }

    /** Asks the peer for what can be cancelled from now on. */
    Future<Invoker.Answer> ask(Invoker.Request cancellable) {
        request = Optional.of(cancellable);
        return invoker.ask(cancellable);
    }

    void cancel() {
        asked = true;
        request.ifPresent(invoker::cancel);
    }
}
