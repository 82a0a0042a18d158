package dev.auricle.learning.attack;

import ai.djl.ndarray.NDManager;

/**
 * How an adversary works. Lengths are in z-scored units of intensity.
 *
 * @param epsilon by how much it changes a pixel at most, above 0
 * @param step how far one step moves a pixel, above 0
 * @param steps how many, at least 1
 * @param start where it begins
 * @param restarts how often it begins anew, at least 1; for each image the strongest counts
 * @param weighting which pixels it strives for
 */
public record AttackSettings(double epsilon, double step, int steps, Start start, int restarts, Weighting weighting)
        implements Disturbance {

    private static final double THIRD = 3;

    /** Where an attack begins. */
    public enum Start {
        /** At the image itself. */
        IMAGE,
        /** Anywhere within ε of it. */
        RANDOM
    }

    /** Which pixels count in an attack. */
    public enum Weighting {
        /** All alike. */
        EVEN,
        /**
         * At first those that are still right, later as much those that are wrong already (Gu, Zhao, Tresp, Torr,
         * <i>SegPGD</i>, ECCV 2022): in step t of T a wrong pixel counts (t − 1) / 2T and a right one the rest to 1.
         */
        SEGMENTATION
    }

    /** Refuses an attack that does nothing, and restarts that would all be the same. */
    public AttackSettings {
        requirePositive("epsilon", epsilon);
        requirePositive("step", step);
        if (steps < 1 || restarts < 1) {
            throw new IllegalArgumentException(
                    "steps and restarts must be at least 1, not " + steps + " and " + restarts);
        }
        if (restarts > 1 && start == Start.IMAGE) {
            throw new IllegalArgumentException("without a random start " + restarts + " restarts are all the same");
        }
    }

    /** The fast gradient sign method: one step of ε (Goodfellow, Shlens, Szegedy, ICLR 2015). */
    public static AttackSettings fgsm(double epsilon) {
        return new AttackSettings(epsilon, epsilon, 1, Start.IMAGE, 1, Weighting.EVEN);
    }

    /** Projected gradient descent from a random start, steps of ε / 3 (Madry et al., ICLR 2018). */
    public static AttackSettings pgd(double epsilon, int steps) {
        return new AttackSettings(epsilon, epsilon / THIRD, steps, Start.RANDOM, 1, Weighting.EVEN);
    }

    /** As {@link #pgd}, weighted for segmentation. */
    public static AttackSettings segPgd(double epsilon, int steps) {
        return new AttackSettings(epsilon, epsilon / THIRD, steps, Start.RANDOM, 1, Weighting.SEGMENTATION);
    }

    @Override
    public Disturber begin(NDManager owner) {
        return new Adversary(owner, this);
    }

    private static void requirePositive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be above 0, not " + value);
        }
    }
}
