package dev.auricle.learning.learn;

import java.util.OptionalDouble;

/**
 * How well one class was found.
 *
 * @param label the class, 1 … classes − 1
 * @param dice over all pixels of all samples together, 0 to 1
 * @param meanDice mean of each sample's Dice; a sample without the class and without a prediction of it counts 1
 * @param meanHausdorff95 mean of each sample's HD95 in millimetres, over the samples where it is defined; empty when
 *     there is none
 * @param withoutDistance samples that have the class in only one of truth and prediction, so that HD95 is undefined
 */
public record ClassScore(
        int label, double dice, double meanDice, OptionalDouble meanHausdorff95, long withoutDistance) {}
