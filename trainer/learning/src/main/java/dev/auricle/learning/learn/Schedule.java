package dev.auricle.learning.learn;

/**
 * How much is learned in one go.
 *
 * @param epochs passes over the samples, at least 1
 * @param batchSize samples per step, at least 1; the last step of an epoch may have fewer
 */
public record Schedule(int epochs, int batchSize) {

    /** Refuses nothing to do. */
    public Schedule {
        if (epochs < 1) {
            throw new IllegalArgumentException("epochs must be at least 1, not " + epochs);
        }
        if (batchSize < 1) {
            throw new IllegalArgumentException("batchSize must be at least 1, not " + batchSize);
        }
    }
}
