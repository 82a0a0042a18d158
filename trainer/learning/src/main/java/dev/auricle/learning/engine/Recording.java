package dev.auricle.learning.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.pytorch.jni.JniUtils;
import java.util.function.Supplier;

/** The time in which operators of one thread are recorded for a gradient. Open and close it on that thread. */
public final class Recording implements AutoCloseable {

    private final Differentiator differentiator;
    private final Thread owner = Thread.currentThread();
    private final boolean before = JniUtils.isGradMode();

    Recording(Differentiator differentiator) {
        this.differentiator = differentiator;
        JniUtils.setGradMode(true);
    }

    /**
     * The gradients of a loss, in the order asked for, owned by the loss's manager. The record of the loss is used up.
     *
     * @param loss a scalar computed while this recording is open
     * @param wrt arrays that require a gradient and that the loss depends on
     */
    public NDList gradients(NDArray loss, NDList wrt) {
        return differentiator.gradients(loss, wrt);
    }

    /** Works with nothing recorded: to predict, and to change parameters in place. */
    public static <T> T suspended(Supplier<T> work) {
        boolean before = JniUtils.isGradMode();
        JniUtils.setGradMode(false);
        try {
            return work.get();
        } finally {
            JniUtils.setGradMode(before);
        }
    }

    /** Brings back what was before. */
    @Override
    public void close() {
        if (Thread.currentThread() != owner) {
            throw new IllegalStateException("a recording belongs to the thread that opened it");
        }
        JniUtils.setGradMode(before);
    }
}
