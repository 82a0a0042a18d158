package dev.auricle.learning.attack;

import ai.djl.ndarray.NDArray;
import java.util.function.UnaryOperator;

/** Changes images a little. One thread at a time. */
@FunctionalInterface
public interface Disturber extends AutoCloseable {

    /**
     * Changes images.
     *
     * @param model from images [batch, channel, row, column] to ln p [batch, class, row, column]
     * @param images float32; they stay as they are
     * @param labels what the model is to miss, [batch, row, column], int64: the truth, or its own hard prediction
     * @param streams one key per image, for whatever is drawn for it
     * @return changed images, owned by the manager of the images
     */
    NDArray attack(UnaryOperator<NDArray> model, NDArray images, NDArray labels, long[] streams);

    @Override
    default void close() {}
}
