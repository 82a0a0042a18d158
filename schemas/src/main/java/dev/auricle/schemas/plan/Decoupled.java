package dev.auricle.schemas.plan;

import dev.auricle.schemas.configuration.Default;

/**
 * The decoupled method's loss, CE(W·p, y) + NR(p, y) + α·TR(W) + β·KL(q ‖ p) + λ·ADV, and its parts.
 *
 * @param latent dimensions of z
 * @param alpha weight of TR, the trace of W
 * @param beta weight of KL, between posterior and prior of z
 * @param lambda weight of ADV, where there are adversarial samples
 * @param q of the noise-robust loss; towards 0 it is the cross entropy, at 1 the mean absolute error
 * @param warmUpRounds merged rounds in which W is held near the identity before its trace is made small
 * @param adaptationRate what the learning rate is multiplied with for the site's own part
 */
public record Decoupled(
        @Default("8") int latent,
        @Default("0.05") double alpha,
        @Default("0.01") double beta,
        @Default("0.01") double lambda,
        @Default("0.7") double q,
        @Default("2") int warmUpRounds,
        @Default("5") double adaptationRate) {
    /** What a plan that says nothing means. */
    public static final Decoupled DEFAULT = new Decoupled(8, 0.05, 0.01, 0.01, 0.7, 2, 5);

    private static final int MOST_DIMENSIONS = 256;
    private static final double FASTEST = 1000;

    /** Refuses what cannot be learned with. */
    public Decoupled {
        Require.between("latent", latent, 1, MOST_DIMENSIONS);
        Require.between("alpha", alpha, 0, 1);
        Require.between("beta", beta, 0, 1);
        Require.between("lambda", lambda, 0, 1);
        Require.positive("q", q);
        Require.between("q", q, 0, 1);
        Require.atLeast("warmUpRounds", warmUpRounds, 0);
        Require.positive("adaptationRate", adaptationRate);
        Require.between("adaptationRate", adaptationRate, 0, FASTEST);
    }
}
