package dev.auricle.dcm4che;

import dev.auricle.dicom.dictionary.DicomException;
import dev.auricle.dicom.network.Operation;
import dev.auricle.dicom.network.UnableToExchange;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/** The operations of one association, one after the other on a thread of its own. */
final class Turns {
    private final Call call;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    Turns(Call call) {
        this.call = call;
    }

    /** The operation, in its turn. */
    <T> Future<T> take(Callable<T> operation) {
        var result = Promise.<T>promise();
        try {
            thread.execute(() -> run(operation, result));
        } catch (RejectedExecutionException over) {
            result.fail(new UnableToExchange("the association is over"));
        }
        return result.future();
    }

    /** The operation, in its turn, unless it is cancelled before. */
    <T> Operation<T> cancellable(Answers answers, Callable<T> operation) {
        var cancelled = new AtomicBoolean();
        var outcome = take(() -> {
            if (cancelled.get()) {
                throw new UnableToExchange("cancelled before it began");
            }
            return operation.call();
        });
        return new Operation<>() {
            @Override
            public Future<T> outcome() {
                return outcome;
            }

            @Override
            public void cancel() {
                cancelled.set(true);
                call.threads().execute(() -> stop(answers));
            }
        };
    }

    /** The last answer, waited for. */
    static Answers.Answer await(Answers answers) throws InterruptedException, IOException {
        try {
            return answers.last().get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof DicomException refusal) {
                throw refusal;
            }
            throw new IOException(failed.getCause());
        }
    }

    /** The association is over: what is still to come fails, and no thread is kept. */
    void close() {
        thread.shutdown();
        call.close();
    }

    /** C-CANCEL, where there is something to cancel. */
    private void stop(Answers answers) {
        try {
            answers.cancel(call.association());
        } catch (IOException over) {
            call.association().abort();
        }
    }

    /** What dcm4che or the application throws becomes the failure of the operation. */
    @SuppressWarnings("checkstyle:IllegalCatch")
    private <T> void run(Callable<T> operation, Promise<T> result) {
        try {
            result.complete(operation.call());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            result.fail(new UnableToExchange("interrupted"));
        } catch (DicomException refused) {
            result.fail(refused);
        } catch (IOException broken) {
            result.fail(failure(broken));
        } catch (Exception mistake) {
            result.fail(mistake);
        }
    }

    private Throwable failure(IOException broken) {
        return broken.getCause() == null
                ? new UnableToExchange(call.peer() + ": " + broken.getMessage())
                : broken.getCause();
    }
}
