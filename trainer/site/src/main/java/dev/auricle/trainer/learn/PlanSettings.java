package dev.auricle.trainer.learn;

import dev.auricle.learning.attack.AttackSettings;
import dev.auricle.learning.attack.AttackSettings.Start;
import dev.auricle.learning.attack.AttackSettings.Weighting;
import dev.auricle.learning.augment.AugmentationSettings;
import dev.auricle.learning.descend.AdamSettings;
import dev.auricle.learning.draw.RandomDraw;
import dev.auricle.learning.habit.HabitSettings;
import dev.auricle.learning.habit.Operation;
import dev.auricle.learning.learn.LearningSettings;
import dev.auricle.learning.learn.Schedule;
import dev.auricle.learning.loss.LossWeights;
import dev.auricle.learning.method.AdversarialTraining;
import dev.auricle.learning.method.Decoupled;
import dev.auricle.learning.method.DecoupledWeights;
import dev.auricle.learning.method.Ditto;
import dev.auricle.learning.method.FedAvg;
import dev.auricle.learning.method.FedBn;
import dev.auricle.learning.method.FedPer;
import dev.auricle.learning.method.FedProx;
import dev.auricle.learning.method.FedRep;
import dev.auricle.learning.method.LocalOnly;
import dev.auricle.learning.method.Method;
import dev.auricle.learning.network.DecoupledSpec;
import dev.auricle.learning.network.DecoupledSpec.Sight;
import dev.auricle.learning.network.UNetSpec;
import dev.auricle.schemas.plan.Adversary;
import dev.auricle.schemas.plan.AdversaryName;
import dev.auricle.schemas.plan.LabelHabits;
import dev.auricle.schemas.plan.Plan;

/** What a plan means to the learner. */
public final class PlanSettings {
    private PlanSettings() {}

    /** The plan's method, with the plan's network: one channel in, background and the plan's classes out. */
    public static Method method(Plan plan) {
        var network = new UNetSpec(1, plan.classes().size() + 1, plan.network().levels());
        var weights = new LossWeights(
                plan.learning().crossEntropyWeight(), plan.learning().diceWeight());
        var method = plan.method();
        return switch (method.name()) {
            case FEDAVG, CENTRALISED -> new FedAvg(network, weights);
            case FEDPROX -> new FedProx(network, weights, method.proximalMu());
            case FEDBN -> new FedBn(network, weights);
            case FEDPER -> new FedPer(network, weights);
            case FEDREP -> new FedRep(network, weights, method.headEpochs());
            case DITTO -> new Ditto(network, weights, method.dittoLambda());
            case LOCAL -> new LocalOnly(network, weights);
            case DECOUPLED -> decoupled(network, method.decoupled());
        };
    }

    private static Method decoupled(UNetSpec network, dev.auricle.schemas.plan.Decoupled settings) {
        return new Decoupled(
                new DecoupledSpec(network, settings.latent(), Sight.IMAGE_AND_PREDICTION),
                new DecoupledWeights(
                        settings.alpha(),
                        settings.beta(),
                        settings.lambda(),
                        settings.q(),
                        settings.warmUpRounds(),
                        settings.adaptationRate()));
    }

    /** How a site learns in a round. Every site and every round draws from a stream of its own. */
    public static LearningSettings learning(Plan plan, String site, Turn turn) {
        var learning = plan.learning();
        var augmentation = learning.augmentation();
        var settings = LearningSettings.alone(
                new Schedule(learning.localEpochs(), learning.batchSize()),
                new AdamSettings(
                        plan.learningRateAfter(turn.merged()),
                        learning.weightDecay(),
                        AdamSettings.usual().largestGradient()),
                new AugmentationSettings(
                        augmentation.rotationDegrees(),
                        augmentation.flipProbability(),
                        augmentation.elasticPixels(),
                        augmentation.noiseDeviation(),
                        habits(augmentation.labelHabits())),
                RandomDraw.of(plan.seed(), RandomDraw.key(site)).nextLong());
        return withAdversary(settings, learning.adversary())
                .at(new dev.auricle.learning.method.Turn(
                        turn.round(), turn.merged(), plan.rounds().count()));
    }

    private static HabitSettings habits(LabelHabits habits) {
        return new HabitSettings(
                habits.probability(),
                habits.operations().stream()
                        .map(operation -> Operation.valueOf(operation.name()))
                        .toList(),
                habits.most(),
                habits.leastRadius(),
                habits.mostRadius());
    }

    private static LearningSettings withAdversary(LearningSettings settings, Adversary adversary) {
        return adversary.isPresent()
                ? settings.withstanding(new AdversarialTraining(attack(adversary), adversary.share()))
                : settings;
    }

    private static AttackSettings attack(Adversary adversary) {
        if (adversary.name() == AdversaryName.FGSM) {
            return AttackSettings.fgsm(adversary.epsilon());
        }
        return new AttackSettings(
                adversary.epsilon(),
                adversary.stepLength(),
                adversary.steps(),
                adversary.randomStart() ? Start.RANDOM : Start.IMAGE,
                adversary.restarts(),
                adversary.name() == AdversaryName.SEGPGD ? Weighting.SEGMENTATION : Weighting.EVEN);
    }
}
