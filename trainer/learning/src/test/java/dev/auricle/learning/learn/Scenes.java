package dev.auricle.learning.learn;

import dev.auricle.learning.augment.AugmentationSettings;
import dev.auricle.learning.engine.EngineSettings;
import dev.auricle.learning.engine.LearningEngine;
import dev.auricle.learning.learn.LearningOutcome.Learned;
import dev.auricle.learning.loss.LossWeights;
import dev.auricle.learning.network.UNetSpec;

/** What several tests begin with: a small network, a small data set, a short way to learn. */
final class Scenes {

    static final LearningEngine ENGINE = LearningEngine.start(EngineSettings.reproducible());
    static final UNetSpec SMALL = new UNetSpec(1, 2, 4, 2);
    static final AugmentationSettings VARIED = new AugmentationSettings(15, 0.5, 2, 0.1);

    private Scenes() {}

    /** Batches of 4. */
    static LearningSettings settings(int epochs, double learningRate, long seed) {
        return new LearningSettings(
                new Schedule(epochs, 4), new AdamSettings(learningRate, 1e-4, 12), LossWeights.even(), VARIED, seed);
    }

    /** Slices of 32 x 32 in blocks of 8. */
    static SampleList ellipses(int count, long seed) {
        return new SampleList(new Ellipses(32, seed).samples(0, count), 8);
    }

    /** The hash of what is learned from 24 slices in two epochs: everything that is drawn hangs on the one seed. */
    static String hashOfLearned(long seed) {
        LearningOutcome outcome = new Learner(ENGINE, SMALL, settings(2, 1e-3, seed))
                .learn(SMALL.initialState(seed), ellipses(24, seed), LearningListener.silent());
        return ((Learned) outcome).state().sha256();
    }
}
