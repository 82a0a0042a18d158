package dev.auricle.deploy.launch;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C in the middle of a long command: the thread that does the work is interrupted, and the process ends when it has
 * cleared up. Ended at once, a thread that computes in native code would fall into what the process has already
 * destroyed.
 */
final class Interruption {
    private static final long MOST_SECONDS = 60;

    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread hook;

    private Interruption(Thread worker) {
        hook = new Thread(() -> end(worker), "interruption");
    }

    /** From now on, this thread is the one. */
    static Interruption ofThisThread() {
        var interruption = new Interruption(Thread.currentThread());
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** Somebody else takes care from now on. */
    void forget() {
        Runtime.getRuntime().removeShutdownHook(hook);
    }

    /** The worker has cleared up. */
    void isOver() {
        over.countDown();
    }

    private void end(Thread worker) {
        if (over.getCount() > 0) {
            worker.interrupt();
            await();
        }
    }

    private void await() {
        try {
            if (!over.await(MOST_SECONDS, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(ExitCode.UNEXPECTED.code());
            }
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
    }
}
