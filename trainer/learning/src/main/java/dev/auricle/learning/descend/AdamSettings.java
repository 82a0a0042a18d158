package dev.auricle.learning.descend;

/**
 * How {@link Adam} walks.
 *
 * @param learningRate length of a step, above 0
 * @param weightDecay added to the gradient as weightDecay · parameter, at least 0
 * @param largestGradient a gradient whose norm over all parameters is larger is scaled down to it; infinite for never
 */
public record AdamSettings(double learningRate, double weightDecay, double largestGradient) {

    private static final double USUAL_LEARNING_RATE = 1e-3;
    private static final double USUAL_WEIGHT_DECAY = 1e-4;
    private static final double USUAL_LARGEST_GRADIENT = 12;

    /** Refuses numbers out of range. */
    public AdamSettings {
        requirePositive("learningRate", learningRate);
        if (!Double.isFinite(learningRate)) {
            throw new IllegalArgumentException("learningRate must be finite");
        }
        if (!(weightDecay >= 0 && weightDecay < 1)) {
            throw new IllegalArgumentException("weightDecay must be 0 or more and below 1, not " + weightDecay);
        }
        requirePositive("largestGradient", largestGradient);
    }

    /** Learning rate 1e-3, weight decay 1e-4, gradients up to 12. */
    public static AdamSettings usual() {
        return new AdamSettings(USUAL_LEARNING_RATE, USUAL_WEIGHT_DECAY, USUAL_LARGEST_GRADIENT);
    }

    /** The same with steps of another length. */
    public AdamSettings withLearningRate(double other) {
        return new AdamSettings(other, weightDecay, largestGradient);
    }

    private static void requirePositive(String name, double value) {
        if (!(value > 0)) {
            throw new IllegalArgumentException(name + " must be above 0, not " + value);
        }
    }
}
