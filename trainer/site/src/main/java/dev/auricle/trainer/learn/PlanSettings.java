package dev.auricle.trainer.learn;

import dev.auricle.learning.augment.AugmentationSettings;
import dev.auricle.learning.descend.AdamSettings;
import dev.auricle.learning.draw.RandomDraw;
import dev.auricle.learning.learn.LearningSettings;
import dev.auricle.learning.learn.Schedule;
import dev.auricle.learning.loss.LossWeights;
import dev.auricle.learning.method.FedAvg;
import dev.auricle.learning.method.Method;
import dev.auricle.learning.network.UNetSpec;
import dev.auricle.schemas.plan.Plan;

/** What a plan means to the learner. */
public final class PlanSettings {
    private PlanSettings() {}

    /** The plan's method, with the plan's network: one channel in, background and the plan's classes out. */
    public static Method method(Plan plan) {
        var network = new UNetSpec(
                1,
                plan.classes().size() + 1,
                plan.network().baseChannels(),
                plan.network().depth());
        var learning = plan.learning();
        return new FedAvg(network, new LossWeights(learning.crossEntropyWeight(), learning.diceWeight()));
    }

    /** How a site learns in a round. Every site and every round draws from a stream of its own. */
    public static LearningSettings learning(Plan plan, String site, Turn turn) {
        var learning = plan.learning();
        var augmentation = learning.augmentation();
        return LearningSettings.alone(
                        new Schedule(learning.localEpochs(), learning.batchSize()),
                        new AdamSettings(
                                plan.learningRateAfter(turn.merged()),
                                learning.weightDecay(),
                                AdamSettings.usual().largestGradient()),
                        new AugmentationSettings(
                                augmentation.rotationDegrees(),
                                augmentation.flipProbability(),
                                augmentation.elasticPixels(),
                                augmentation.noiseDeviation()),
                        RandomDraw.of(plan.seed(), RandomDraw.key(site)).nextLong())
                .at(new dev.auricle.learning.method.Turn(
                        turn.round(), turn.merged(), plan.rounds().count()));
    }
}
