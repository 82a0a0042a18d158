package dev.auricle.deploy.launch;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Keeps a process alive until it is told to stop, or until what it runs has failed. */
final class Service {
    private static final Duration TICK = Duration.ofMillis(200);

    private Service() {}

    /**
     * Runs until the process is asked to end.
     *
     * @param name for the screen
     * @param hasFailed asked again and again
     * @param tick done again and again
     * @param close stops what runs, in order
     */
    static void run(String name, BooleanSupplier hasFailed, Runnable tick, Runnable close) {
        var stop = new CountDownLatch(1);
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> await(stop, stopped), "stop-" + name));
        try {
            while (!hasFailed.getAsBoolean() && !wait(stop)) {
                tick.run();
            }
        } finally {
            close.run();
            stopped.countDown();
        }
        if (hasFailed.getAsBoolean()) {
            throw new CommandFailed(ExitCode.SERVICE_FAILED, name + " stopped by itself; the log says why");
        }
    }

    private static boolean wait(CountDownLatch stop) {
        try {
            return stop.await(TICK.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static void await(CountDownLatch stop, CountDownLatch stopped) {
        stop.countDown();
        try {
            if (!stopped.await(1, TimeUnit.MINUTES)) {
                Runtime.getRuntime().halt(ExitCode.SERVICE_FAILED.code());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
