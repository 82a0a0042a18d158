package dev.auricle.schemas.connect;

import java.time.Clock;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces a stream thread that failed for a reason that may pass, as long as the budget lasts; for anything else the
 * application stops, loudly.
 */
final class FailureBudget implements StreamsUncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(FailureBudget.class);

    private final String application;
    private final RetryBudget budget;

    FailureBudget(String application, Clock clock) {
        this.application = application;
        budget = new RetryBudget(clock);
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable failure) {
        boolean goOn = mayPass(failure) && budget.allowsAnother();
        LOG.atError()
                .addKeyValue("application", application)
                .setCause(failure)
                .log(goOn ? "a stream thread failed and is replaced" : "a stream thread failed; the application stops");
        return goOn ? StreamThreadExceptionResponse.REPLACE_THREAD : StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private static boolean mayPass(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RetriableException || cause instanceof ProducerFencedException) {
                return true;
            }
        }
        return false;
    }
}
