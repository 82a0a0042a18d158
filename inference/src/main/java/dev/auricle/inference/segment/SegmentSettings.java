package dev.auricle.inference.segment;

/**
 * How volumes are segmented.
 *
 * @param batchSize slices computed at once
 * @param answer whose prediction
 * @param samples how many of the predictions that the method holds possible uncertainty is taken from; 0: the one alone
 */
public record SegmentSettings(int batchSize, Answer answer, int samples) {}
