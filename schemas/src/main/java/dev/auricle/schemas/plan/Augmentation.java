package dev.auricle.schemas.plan;

import dev.auricle.schemas.configuration.Default;

/**
 * The patent's augmentations, applied to image and label alike, and habits of drawing, applied to the label; 0 switches
 * one off.
 *
 * @param rotationDegrees largest angle to either side
 * @param flipProbability of a left-right flip
 * @param elasticPixels largest displacement of the elastic deformation
 * @param noiseDeviation standard deviation of Gaussian noise, in z-scored units; the image only
 * @param labelHabits what is done to the label only
 */
public record Augmentation(
        @Default("10") double rotationDegrees,
        @Default("0.5") double flipProbability,
        @Default("3") double elasticPixels,
        @Default("0.05") double noiseDeviation,
        LabelHabits labelHabits) {
    private static final double HALF_TURN = 180;
    /** More would fold the image over itself. */
    private static final double MOST_PIXELS = 9.6;

    /** Refuses what is out of range. */
    public Augmentation {
        Require.between("rotationDegrees", rotationDegrees, 0, HALF_TURN);
        Require.between("flipProbability", flipProbability, 0, 1);
        Require.between("elasticPixels", elasticPixels, 0, MOST_PIXELS);
        Require.between("noiseDeviation", noiseDeviation, 0, Double.MAX_VALUE);
    }
}
