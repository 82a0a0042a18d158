package dev.auricle.learning.learn;

import ai.djl.ndarray.NDArray;

/**
 * Samples as the engine sees them.
 *
 * @param images [batch, channel, row, column], float32
 * @param labels [batch, row, column], int64
 */
record Batch(NDArray images, NDArray labels) {}
