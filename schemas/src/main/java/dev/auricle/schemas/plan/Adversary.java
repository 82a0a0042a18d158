package dev.auricle.schemas.plan;

import dev.auricle.schemas.configuration.Default;
import dev.auricle.schemas.configuration.Shorthand;

/**
 * Adversarial samples that a site learns from. Lengths are in z-scored units of intensity.
 *
 * @param name how images are changed
 * @param epsilon by how much a pixel at most
 * @param step of one iteration; 0: a third of epsilon
 * @param steps iterations
 * @param randomStart whether it begins anywhere within epsilon
 * @param restarts how often it begins anew; the strongest counts
 * @param share of each batch that is changed
 */
public record Adversary(
        @Shorthand @Default("none") AdversaryName name,
        @Default("0.1") double epsilon,
        @Default("0") double step,
        @Default("5") int steps,
        @Default("true") boolean randomStart,
        @Default("1") int restarts,
        @Default("0.5") double share) {
    /** What a plan that says nothing means. */
    public static final Adversary DEFAULT = new Adversary(AdversaryName.NONE, 0.1, 0, 5, true, 1, 0.5);

    private static final double LARGEST = 10;
    private static final int MOST_STEPS = 1000;
    private static final int MOST_RESTARTS = 100;
    private static final double THIRD = 3;

    /** Refuses what is out of range, and settings that the adversary has no use for. */
    public Adversary {
        Require.positive("epsilon", epsilon);
        Require.between("epsilon", epsilon, 0, LARGEST);
        Require.between("step", step, 0, LARGEST);
        Require.between("steps", steps, 1, MOST_STEPS);
        Require.between("restarts", restarts, 1, MOST_RESTARTS);
        Require.positive("share", share);
        Require.between("share", share, 0, 1);
        if (step > 2 * epsilon) {
            throw new IllegalArgumentException("step is " + step + ", but epsilon only " + epsilon
                    + ": steps of more than twice epsilon only jump to and fro");
        }
        if (restarts > 1 && !randomStart) {
            throw new IllegalArgumentException(
                    "restarts is " + restarts + ", but without randomStart each would be the same");
        }
        requireUse("epsilon", epsilon == 0.1 || name != AdversaryName.NONE, name);
        requireUse("share", share == 0.5 || name != AdversaryName.NONE, name);
        requireUse("step", step == 0 || takesSteps(name), name);
        requireUse("steps", steps == 5 || takesSteps(name), name);
        requireUse("randomStart", randomStart || takesSteps(name), name);
        requireUse("restarts", restarts == 1 || takesSteps(name), name);
    }

    /** Whether there is one. */
    public boolean isPresent() {
        return name != AdversaryName.NONE;
    }

    /** The length of a step. */
    public double stepLength() {
        return step == 0 ? epsilon / THIRD : step;
    }

    private static boolean takesSteps(AdversaryName name) {
        return name == AdversaryName.PGD || name == AdversaryName.SEGPGD;
    }

    private static void requireUse(String key, boolean isUsed, AdversaryName name) {
        if (!isUsed) {
            throw new IllegalArgumentException(
                    key + " is given, but an adversary of the name " + Names.inFile(name) + " has no use for it");
        }
    }
}
