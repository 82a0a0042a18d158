package dev.auricle.learning.loss;

import ai.djl.ndarray.NDArray;

/** A scalar that is small when logits agree with labels. Pure: it keeps nothing and draws nothing. */
@FunctionalInterface
public interface Loss {

    /**
     * The loss of a batch.
     *
     * @param logits [batch, class, row, column], any real number, float32 or float64
     * @param labels [batch, row, column], int64, 0 … classes − 1
     * @return a scalar of the logits' type, owned by the logits' manager
     */
    NDArray of(NDArray logits, NDArray labels);
}
