package dev.auricle.learning.learn;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How good a model is on some samples.
 *
 * @param samples how many
 * @param classes one score per foreground class, in order
 */
public record Evaluation(long samples, List<ClassScore> classes) {

    /** Keeps a copy of the list. */
    public Evaluation {
        classes = List.copyOf(classes);
    }

    /** Mean of the classes' {@link ClassScore#dice}. */
    public double foregroundDice() {
        return classes.stream().mapToDouble(ClassScore::dice).average().orElseThrow();
    }

    /** Mean of the classes' {@link ClassScore#meanDice}. */
    public double foregroundMeanDice() {
        return classes.stream().mapToDouble(ClassScore::meanDice).average().orElseThrow();
    }

    /** Mean of the classes' {@link ClassScore#meanHausdorff95} in millimetres, over the classes that have one. */
    public OptionalDouble foregroundHausdorff95() {
        return classes.stream()
                .map(ClassScore::meanHausdorff95)
                .flatMapToDouble(OptionalDouble::stream)
                .average();
    }
}
