package dev.auricle.learning.learn;

import dev.auricle.learning.augment.AugmentationSettings;
import dev.auricle.learning.draw.RandomDraw;
import dev.auricle.learning.loss.LossWeights;

/**
 * How to learn. Together with the initial model, the samples and the engine's description it decides every bit of the
 * result.
 *
 * @param schedule how much
 * @param optimizer how to walk
 * @param loss what to make small
 * @param augmentation how far to vary samples
 * @param seed for the order of samples and for augmentation
 */
public record LearningSettings(
        Schedule schedule, AdamSettings optimizer, LossWeights loss, AugmentationSettings augmentation, long seed) {

    /** The same settings with a seed of their own for one round, so that no two rounds see the same variations. */
    public LearningSettings forRound(int round) {
        long seedOfRound = RandomDraw.of(seed, round).nextLong();
        return new LearningSettings(schedule, optimizer, loss, augmentation, seedOfRound);
    }
}
