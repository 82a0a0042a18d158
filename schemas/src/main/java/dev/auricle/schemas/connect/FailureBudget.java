package dev.auricle.schemas.connect;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces a thread that failed for a reason that may pass, as long as that does not happen too often; for anything else
 * the application stops, loudly.
 */
public final class FailureBudget implements StreamsUncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(FailureBudget.class);
    private static final int MOST = 5;
    private static final Duration WITHIN = Duration.ofMinutes(10);

    private final String application;
    private final Clock clock;
    private final Deque<Instant> failures = new ArrayDeque<>();

    /** For one application. */
    public FailureBudget(String application, Clock clock) {
        this.application = application;
        this.clock = clock;
    }

    @Override
    public synchronized StreamThreadExceptionResponse handle(Throwable failure) {
        var now = clock.instant();
        failures.removeIf(earlier -> earlier.isBefore(now.minus(WITHIN)));
        failures.addLast(now);
        boolean goOn = mayPass(failure) && failures.size() <= MOST;
        LOG.atError()
                .addKeyValue("application", application)
                .addKeyValue("failures", failures.size())
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
