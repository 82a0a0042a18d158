package dev.auricle.learning.method;

import ai.djl.ndarray.NDArray;

/** Predicts with parameters in native memory. One thread at a time. */
@FunctionalInterface
public interface Predictor extends AutoCloseable {

    /**
     * The prediction, the same one for the same image whatever else is in the batch. Recorded for a gradient when a
     * recording is open.
     *
     * @param images [batch, channel, row, column], z-scores
     * @return ln p, [batch, class, row, column], owned by the images' manager; finite
     */
    NDArray logProbabilities(NDArray images);

    /**
     * One of the predictions that the method holds possible; the prediction itself where it knows only one.
     *
     * @param streams one key per image, for what is drawn for it
     */
    default NDArray logProbabilities(NDArray images, long[] streams) {
        return logProbabilities(images);
    }

    /** Frees the parameters, where they are its own. */
    @Override
    default void close() {}
}
