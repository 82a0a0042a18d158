package dev.auricle.trainer.replay;

import dev.auricle.schemas.plan.Plan;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Whether a site's samples are of use to a plan. What nobody can compute with is of no use at all; labels in which a class
 * is missing may be measured on, but would teach the others that the class does not exist.
 *
 * @param toMeasure what stands against measuring on them
 * @param toLearn what stands against learning from them
 */
public record Fitness(Optional<Unfit> toMeasure, Optional<Unfit> toLearn) {

    /** Of samples that nothing stands against. */
    public static Fitness good() {
        return new Fitness(Optional.empty(), Optional.empty());
    }

    static Fitness of(Plan plan, List<SampleEntry> training, List<SampleEntry> validation) {
        var toMeasure = uncomputable(plan, validation);
        return new Fitness(
                toMeasure, uncomputable(plan, training).or(() -> toMeasure).or(() -> unlabelled(plan, training)));
    }

    private static Optional<Unfit> uncomputable(Plan plan, List<SampleEntry> samples) {
        var wanted = plan.preprocessing();
        for (var sample : samples) {
            var traits = sample.traits();
            if (traits.rows() != wanted.rows() || traits.columns() != wanted.columns()) {
                return Optional.of(new Unfit(
                        "OTHER_SIZE",
                        "A sample has %d rows and %d columns, the plan %d and %d."
                                .formatted(traits.rows(), traits.columns(), wanted.rows(), wanted.columns())));
            }
            if (!traits.finite()) {
                return Optional.of(new Unfit("NOT_A_NUMBER", "A sample has pixels that are not numbers."));
            }
        }
        return Optional.empty();
    }

    private static Optional<Unfit> unlabelled(Plan plan, List<SampleEntry> training) {
        var found = new BitSet();
        training.forEach(sample -> found.or(sample.traits().classes()));
        if (training.isEmpty()) {
            return Optional.empty();
        }
        if (found.nextSetBit(1) < 0) {
            return Optional.of(new Unfit("NO_LABELS", "Nothing is drawn in any of the samples."));
        }
        int missing = found.nextClearBit(1);
        return missing > plan.classes().size()
                ? Optional.empty()
                : Optional.of(new Unfit(
                        "CLASS_MISSING",
                        "No sample has the class "
                                + plan.classes().get(missing - 1).name() + "."));
    }
}
