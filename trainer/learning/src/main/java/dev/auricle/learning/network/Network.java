package dev.auricle.learning.network;

import ai.djl.ndarray.NDArray;

/** A segmentation network with its parameters in native memory. Used by one thread at a time. */
public interface Network extends AutoCloseable {

    /** What it learns. */
    Parameters parameters();

    /**
     * Predicts.
     *
     * @param images [batch, channel, row, column], in the units of the preprocessing (z-scores)
     * @return logits [batch, class, row, column], owned by the images' manager
     * @throws UnableToFeedNetwork if the images' shape does not fit the network
     */
    NDArray forward(NDArray images);

    @Override
    void close();
}
