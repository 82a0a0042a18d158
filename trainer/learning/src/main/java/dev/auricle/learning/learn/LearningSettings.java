package dev.auricle.learning.learn;

import dev.auricle.learning.augment.AugmentationSettings;
import dev.auricle.learning.descend.AdamSettings;
import dev.auricle.learning.draw.RandomDraw;
import dev.auricle.learning.method.AdversarialTraining;
import dev.auricle.learning.method.Terms;
import dev.auricle.learning.method.Turn;
import java.util.Optional;

/**
 * How to learn. Together with the initial model, the samples and the engine's description it decides every bit of the
 * result.
 *
 * @param schedule how much
 * @param optimizer how to walk
 * @param augmentation how far to vary samples
 * @param adversary attacked images to learn from, if any
 * @param turn which round of the federation it is
 * @param seed for the order of samples, for augmentation and for whatever the method draws
 */
public record LearningSettings(
        Schedule schedule,
        AdamSettings optimizer,
        AugmentationSettings augmentation,
        Optional<AdversarialTraining> adversary,
        Turn turn,
        long seed) {

    /** Of who learns alone and at once. */
    public static LearningSettings alone(
            Schedule schedule, AdamSettings optimizer, AugmentationSettings augmentation, long seed) {
        return new LearningSettings(schedule, optimizer, augmentation, Optional.empty(), Turn.only(), seed);
    }

    /** The same settings with a seed of their own for one round, so that no two rounds see the same variations. */
    public LearningSettings at(Turn round) {
        long seedOfRound = RandomDraw.of(seed, round.round()).nextLong();
        return new LearningSettings(schedule, optimizer, augmentation, adversary, round, seedOfRound);
    }

    /** The same settings, learning from attacked images, too. */
    public LearningSettings withstanding(AdversarialTraining training) {
        return new LearningSettings(schedule, optimizer, augmentation, Optional.of(training), turn, seed);
    }

    /** What the method is told. */
    Terms terms() {
        return new Terms(optimizer, schedule.epochs(), turn, seed);
    }
}
