package dev.auricle.learning.learn;

/**
 * What one pass over the samples came to.
 *
 * @param epoch 0, 1, …
 * @param steps in this epoch
 * @param samples in this epoch
 * @param meanLoss mean over the samples, each counted with the loss of its batch before the step
 */
public record EpochReport(int epoch, long steps, long samples, double meanLoss) {}
