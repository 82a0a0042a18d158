package dev.auricle.schemas.connect;

import dev.auricle.schemas.ContractException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does a job on a thread of its own until it is told to stop. A job that fails for a reason that may pass is begun again,
 * as long as the budget lasts; for anything else the worker stops, loudly.
 */
public final class Worker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final Duration FAREWELL = Duration.ofSeconds(30);

    private final String name;
    private final RetryBudget budget;
    private final Job job;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final AtomicBoolean failed = new AtomicBoolean();
    private final Thread thread;

    /** What a worker does, from the beginning, until {@link Stopping#isStopping}. */
    @FunctionalInterface
    public interface Job {
        /** Does it. Holds nothing open when it returns or throws. */
        void run(Stopping stopping);
    }

    /** How a job learns that it is to stop. */
    public interface Stopping {
        /** Whether it is to stop. */
        boolean isStopping();

        /** Waits, unless it is to stop before; whether it is. */
        boolean await(Duration duration);
    }

    /** Starts at once. */
    public Worker(String name, Clock clock, Job job) {
        this.name = name;
        this.job = job;
        budget = new RetryBudget(clock);
        thread = new Thread(this::work, name);
        thread.setUncaughtExceptionHandler((same, error) -> stopFor(error));
        thread.start();
    }

    /** Whether it has stopped by itself, for a reason that does not pass. */
    public boolean hasFailed() {
        return failed.get();
    }

    @Override
    public void close() {
        stop.countDown();
        try {
            thread.join(FAREWELL.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("IllegalCatch") // the one boundary of a worker: what it does not know ends it, loudly
    private void work() {
        var stopping = new StoppingByLatch(stop);
        while (!stopping.isStopping() && !failed.get()) {
            try {
                job.run(stopping);
            } catch (RuntimeException failure) {
                failed.set(!stopping.isStopping() && !(mayPass(failure) && budget.allowsAnother()));
                LOG.atError()
                        .addKeyValue("worker", name)
                        .setCause(failure)
                        .log(failed.get() ? "the worker stops" : "the worker begins again");
            }
        }
    }

    /** An error of the machine, such as no memory: nothing that passes. */
    private void stopFor(Throwable error) {
        failed.set(true);
        LOG.atError().addKeyValue("worker", name).setCause(error).log("the worker stops");
    }

    private static boolean mayPass(RuntimeException failure) {
        return (failure instanceof KafkaException || failure instanceof ContractException)
                && !(failure instanceof ProducerFencedException);
    }

    private record StoppingByLatch(CountDownLatch stop) implements Stopping {
        @Override
        public boolean isStopping() {
            return stop.getCount() == 0;
        }

        @Override
        public boolean await(Duration duration) {
            try {
                return stop.await(duration.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return true;
            }
        }
    }
}
