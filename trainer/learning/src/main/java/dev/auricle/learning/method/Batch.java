package dev.auricle.learning.method;

import ai.djl.ndarray.NDArray;

/**
 * Samples as the engine sees them.
 *
 * @param images [batch, channel, row, column], float32
 * @param labels [batch, row, column], int64
 * @param keys one per sample, the same in every epoch: a part of the key of whatever is drawn for it
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares batches.
public record Batch(NDArray images, NDArray labels, long[] keys) {}
