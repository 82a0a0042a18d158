package dev.auricle.schemas.plan;

import dev.auricle.schemas.configuration.Default;

/**
 * What a site does in a round.
 *
 * @param localEpochs passes over the site's training samples
 * @param batchSize slices per step
 * @param learningRate of Adam, in the plan's first round
 * @param learningRateDecay what the learning rate is multiplied with from one merged round to the next. Sites whose data
 *     differ pull the model to and fro for as long as their steps stay as long; federated averaging converges only when
 *     they get shorter (Li et al., On the Convergence of FedAvg on Non-IID Data, ICLR 2020)
 * @param polynomialDecay power of a decay that ends at 0 with the last round, (1 − merged / rounds)^power; 0: none
 * @param weightDecay of Adam
 * @param crossEntropyWeight of the cross entropy in the loss
 * @param diceWeight of the soft Dice loss
 * @param validationShare of a site's patients that only measure; whole patients, never fewer than one when positive
 * @param augmentation what is done to each training slice
 * @param adversary adversarial samples, if any
 */
public record Learning(
        @Default("1") int localEpochs,
        @Default("8") int batchSize,
        @Default("0.001") double learningRate,
        @Default("1") double learningRateDecay,
        @Default("0") double polynomialDecay,
        @Default("0.0001") double weightDecay,
        @Default("1") double crossEntropyWeight,
        @Default("1") double diceWeight,
        @Default("0.2") double validationShare,
        Augmentation augmentation,
        Adversary adversary) {
    private static final int LARGEST_BATCH = 1024;
    private static final double LARGEST_SHARE = 0.9;
    private static final double LARGEST_POWER = 10;

    /** Refuses what cannot be learned with. */
    public Learning {
        Require.atLeast("localEpochs", localEpochs, 1);
        Require.between("batchSize", batchSize, 1, LARGEST_BATCH);
        Require.positive("learningRate", learningRate);
        Require.positive("learningRateDecay", learningRateDecay);
        Require.between("learningRateDecay", learningRateDecay, 0, 1);
        Require.between("polynomialDecay", polynomialDecay, 0, LARGEST_POWER);
        if (polynomialDecay > 0 && learningRateDecay < 1) {
            throw new IllegalArgumentException("polynomialDecay is " + polynomialDecay + " and learningRateDecay "
                    + learningRateDecay + ": only one of them can shorten the steps");
        }
        Require.between("weightDecay", weightDecay, 0, 1);
        Require.between("crossEntropyWeight", crossEntropyWeight, 0, Double.MAX_VALUE);
        Require.between("diceWeight", diceWeight, 0, Double.MAX_VALUE);
        Require.positive("crossEntropyWeight + diceWeight", crossEntropyWeight + diceWeight);
        Require.between("validationShare", validationShare, 0, LARGEST_SHARE);
    }

    /**
     * The learning rate of a round.
     *
     * @param merged rounds of the plan that were merged before it
     * @param rounds how many there will be
     */
    public double learningRateAfter(int merged, int rounds) {
        double left = Math.max(0, 1 - (double) merged / rounds);
        return learningRate
                * StrictMath.pow(learningRateDecay, merged)
                * (polynomialDecay == 0 ? 1 : StrictMath.pow(left, polynomialDecay));
    }
}
