package dev.auricle.learning.augment;

import dev.auricle.learning.habit.HabitSettings;

/**
 * How far a slice is varied. Each number at 0 switches its step off, bit for bit.
 *
 * @param rotationDegrees the angle is uniform in ± this, 0 to 180
 * @param flipProbability rows, and independently columns, are mirrored with this probability, 0 to 1
 * @param elasticPixels control points of the {@link ElasticDeformation} move by at most this along each axis, 0 to
 *     {@value #MOST_ELASTIC_PIXELS}: more would fold the image over itself
 * @param noiseDeviation deviation of the Gaussian noise added to each pixel of the image, in z-scores, at least 0
 * @param habits how labels may be drawn by another hand
 */
public record AugmentationSettings(
        double rotationDegrees,
        double flipProbability,
        double elasticPixels,
        double noiseDeviation,
        HabitSettings habits) {

    /** See {@link ElasticDeformation}. */
    public static final double MOST_ELASTIC_PIXELS = 9.6;

    private static final double HALF_TURN = 180;
    private static final double MOST_NOISE = 100;

    /** Refuses numbers out of range. */
    public AugmentationSettings {
        requireUpTo("rotationDegrees", rotationDegrees, HALF_TURN);
        requireUpTo("flipProbability", flipProbability, 1);
        requireUpTo("elasticPixels", elasticPixels, MOST_ELASTIC_PIXELS);
        requireUpTo("noiseDeviation", noiseDeviation, MOST_NOISE);
    }

    /** Labels are varied as their images are, and no further. */
    public AugmentationSettings(
            double rotationDegrees, double flipProbability, double elasticPixels, double noiseDeviation) {
        this(rotationDegrees, flipProbability, elasticPixels, noiseDeviation, HabitSettings.none());
    }

    /** Slices stay as they are. */
    public static AugmentationSettings none() {
        return new AugmentationSettings(0, 0, 0, 0);
    }

    private static void requireUpTo(String name, double value, double most) {
        if (!(value >= 0 && value <= most)) {
            throw new IllegalArgumentException(name + " must be 0 to " + most + ", not " + value);
        }
    }
}
