package dev.auricle.learning.loss;

/**
 * How much each loss counts.
 *
 * @param crossEntropy factor of {@link CrossEntropy}, at least 0
 * @param dice factor of {@link SoftDice}, at least 0
 */
public record LossWeights(double crossEntropy, double dice) {

    /** Refuses negative weights, and none at all. */
    public LossWeights {
        requireWeight("crossEntropy", crossEntropy);
        requireWeight("dice", dice);
        if (crossEntropy + dice == 0) {
            throw new IllegalArgumentException("at least one loss needs a weight above 0");
        }
    }

    /** Both count 1. */
    public static LossWeights even() {
        return new LossWeights(1, 1);
    }

    private static void requireWeight(String name, double weight) {
        if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the weight " + name + " must be 0 or more, not " + weight);
        }
    }
}
