package dev.auricle.learning.method;

import dev.auricle.learning.loss.DecoupledTerms;

/**
 * How much each term of {@link DecoupledTerms} counts, and how long W is held near the identity.
 *
 * @param alpha α of TR, once W is not held any more, at least 0
 * @param beta β of KL, at least 0
 * @param lambda λ of ADV, where there are attacked images, at least 0
 * @param q of NR, above 0 and up to 1
 * @param warmUpRounds merged rounds until when W is held near the identity and its trace is not yet made small
 * @param adaptationRate what the length of a step is multiplied with for the adaptation network, above 0
 */
public record DecoupledWeights(
        double alpha, double beta, double lambda, double q, int warmUpRounds, double adaptationRate) {

    private static final double USUAL_ALPHA = 0.05;
    private static final double USUAL_BETA = 0.01;
    private static final double USUAL_LAMBDA = 0.01;
    private static final double USUAL_Q = 0.7;
    private static final double USUAL_RATE = 5;

    /** Refuses numbers out of range. */
    public DecoupledWeights {
        requireAtLeastZero("alpha", alpha);
        requireAtLeastZero("beta", beta);
        requireAtLeastZero("lambda", lambda);
        if (!(q > 0 && q <= 1)) {
            throw new IllegalArgumentException("q must be above 0 and at most 1, not " + q);
        }
        if (warmUpRounds < 0) {
            throw new IllegalArgumentException("warmUpRounds must be at least 0, not " + warmUpRounds);
        }
        if (!(adaptationRate > 0 && adaptationRate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("adaptationRate must be above 0, not " + adaptationRate);
        }
    }

    /** What showed itself good on simulated centres. */
    public static DecoupledWeights usual() {
        return new DecoupledWeights(USUAL_ALPHA, USUAL_BETA, USUAL_LAMBDA, USUAL_Q, 2, USUAL_RATE);
    }

    /** The weights in the order of the terms, when so many rounds are merged. */
    float[] after(int merged) {
        boolean held = merged < warmUpRounds;
        return new float[] {1, 1, held ? 0 : (float) alpha, held ? 1 : 0, (float) beta, (float) lambda};
    }

    private static void requireAtLeastZero(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the weight " + name + " must be 0 or more, not " + value);
        }
    }
}
