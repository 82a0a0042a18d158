package dev.auricle.learning.method;

import ai.djl.ndarray.NDArray;

/**
 * Samples as the engine sees them.
 *
 * @param images [batch, channel, row, column], float32
 * @param labels [batch, row, column], int64
 * @param keys one per sample, the same in every epoch: a part of the key of whatever is drawn for it
 * @param attacked how many of the images, from the first one on, an adversary has changed
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares batches.
public record Batch(NDArray images, NDArray labels, long[] keys, int attacked) {

    /** As the site has them. */
    public Batch(NDArray images, NDArray labels, long[] keys) {
        this(images, labels, keys, 0);
    }

    /** How many samples there are. */
    public int size() {
        return keys.length;
    }

    /** The part of an array, one row per sample, that belongs to attacked images; there must be some. */
    NDArray attackedOf(NDArray rows) {
        return rows.get("0:" + attacked);
    }

    /** The part that belongs to images as they are; there must be some. */
    NDArray cleanOf(NDArray rows) {
        return rows.get(attacked + ":");
    }
}
