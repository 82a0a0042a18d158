package dev.auricle.learning.learn;

/**
 * What a model makes of images, with how sure it is.
 *
 * @param labels [image, row, column], the most probable class, unsigned
 * @param probabilities [image, class, row, column], 0 to 1, summing to 1 over the classes
 * @param entropy [image, row, column], −Σ p ln p over the classes in nats: 0 is certain, ln(classes) is a guess
 */
@SuppressWarnings("ArrayRecordComponent") // Pixels stay unboxed; nobody compares predictions.
public record Prediction(byte[] labels, float[] probabilities, float[] entropy) {}
