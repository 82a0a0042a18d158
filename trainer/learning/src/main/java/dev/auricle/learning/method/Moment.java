package dev.auricle.learning.method;

/**
 * When a step is made.
 *
 * @param epoch 0, 1, …
 * @param step 0, 1, …, counted over all epochs of the lesson
 */
public record Moment(int epoch, long step) {}
