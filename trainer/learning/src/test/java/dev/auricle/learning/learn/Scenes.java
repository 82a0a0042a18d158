package dev.auricle.learning.learn;

import dev.auricle.learning.augment.AugmentationSettings;
import dev.auricle.learning.descend.AdamSettings;
import dev.auricle.learning.engine.EngineSettings;
import dev.auricle.learning.engine.LearningEngine;
import dev.auricle.learning.learn.LearningOutcome.Learned;
import dev.auricle.learning.loss.LossWeights;
import dev.auricle.learning.method.FedAvg;
import dev.auricle.learning.method.Method;
import dev.auricle.learning.method.SiteModel;
import dev.auricle.learning.method.View;
import dev.auricle.learning.network.NetworkSpec;
import dev.auricle.learning.network.UNetSpec;
import dev.auricle.learning.state.ModelState;

/** What several tests begin with: a small network, a small data set, a short way to learn. */
final class Scenes {

    static final LearningEngine ENGINE = LearningEngine.start(EngineSettings.reproducible());
    static final UNetSpec SMALL = new UNetSpec(1, 2, 4, 2);
    static final AugmentationSettings VARIED = new AugmentationSettings(15, 0.5, 2, 0.1);

    static final Method PLAIN = plain(SMALL);

    private Scenes() {}

    /** Nothing but that network. */
    static Method plain(NetworkSpec spec) {
        return new FedAvg(spec, LossWeights.even());
    }

    /** The model that learning alone begins with. */
    static SiteModel first(Method method, long seed) {
        return method.join(method.initialShared(seed), seed, "north");
    }

    /** Everybody's model. */
    static View everybodys(ModelState model) {
        return new View.Global(model);
    }

    /** Batches of 4. */
    static LearningSettings settings(int epochs, double learningRate, long seed) {
        return LearningSettings.alone(new Schedule(epochs, 4), new AdamSettings(learningRate, 1e-4, 12), VARIED, seed);
    }

    /** Slices of 32 x 32 in blocks of 8. */
    static SampleList ellipses(int count, long seed) {
        return new SampleList(new Ellipses(32, seed).samples(0, count), 8);
    }

    /** The hash of what is learned from 24 slices in two epochs: everything that is drawn hangs on the one seed. */
    static String hashOfLearned(long seed) {
        LearningOutcome outcome = new Learner(ENGINE, PLAIN, settings(2, 1e-3, seed))
                .learn(first(PLAIN, seed), ellipses(24, seed), LearningListener.silent());
        return ((Learned) outcome).model().shared().sha256();
    }
}
