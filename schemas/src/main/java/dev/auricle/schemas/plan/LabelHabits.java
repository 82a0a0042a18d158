package dev.auricle.schemas.plan;

import dev.auricle.schemas.configuration.Default;
import java.util.HashSet;
import java.util.List;

/**
 * Habits of drawing as augmentation: some labels are changed as if another hand had drawn them. Structuring elements have
 * a random size and shape.
 *
 * @param probability that a label is changed; 0: none is
 * @param operations which of them are drawn from
 * @param most how many may follow each other
 * @param leastRadius of a structuring element, in pixels
 * @param mostRadius of a structuring element, in pixels
 */
public record LabelHabits(
        @Default("0") double probability,

        @Default({"opening", "closing", "erosion", "dilation"})
        List<LabelOperation> operations,

        @Default("1") int most,
        @Default("1") int leastRadius,
        @Default("2") int mostRadius) {
    /** What a plan that says nothing means. */
    public static final LabelHabits DEFAULT = new LabelHabits(0, List.of(LabelOperation.values()), 1, 1, 2);

    private static final int LARGEST_RADIUS = 32;

    /** Refuses habits that are none. */
    public LabelHabits {
        Require.between("probability", probability, 0, 1);
        operations = List.copyOf(operations);
        Require.atLeast("number of operations", operations.size(), 1);
        if (new HashSet<>(operations).size() != operations.size()) {
            throw new IllegalArgumentException("operations names one twice: " + operations);
        }
        Require.between("most", most, 1, operations.size());
        Require.between("leastRadius", leastRadius, 1, LARGEST_RADIUS);
        Require.between("mostRadius", mostRadius, 1, LARGEST_RADIUS);
        Require.ordered("leastRadius", leastRadius, "mostRadius", mostRadius);
    }
}
