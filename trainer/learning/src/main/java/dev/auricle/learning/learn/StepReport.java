package dev.auricle.learning.learn;

/**
 * What one step came to.
 *
 * @param epoch 0, 1, …
 * @param step 0, 1, …, counted over all epochs
 * @param samples in this step's batch
 * @param loss before the step
 * @param gradientNorm over all parameters, before it was limited
 */
public record StepReport(int epoch, long step, int samples, double loss, double gradientNorm) {}
