package dev.auricle.schemas.plan;

import dev.auricle.schemas.configuration.Default;
import java.util.HashSet;
import java.util.List;

/**
 * How annotations become labels, and how exact a label counts as. What was drawn pixel by pixel is strong, whatever the
 * plan says.
 *
 * @param fractionalThreshold of a segmentation in fractions: from which on a pixel is in its segment
 * @param weakShapes what is weak if it was drawn as this
 * @param fewPoints a polygon of fewer points than this is weak, too; 0: none is for that reason
 * @param annotators whether samples say, by pseudonym, who drew their label
 */
public record Annotations(
        @Default("0.5") double fractionalThreshold,
        @Default({"box", "circle", "ellipse", "ellipsoid"}) List<OutlineShape> weakShapes,
        @Default("12") int fewPoints,
        @Default("pseudonyms") Annotators annotators) {
    /** What a plan that says nothing means. */
    public static final Annotations DEFAULT = new Annotations(
            0.5,
            List.of(OutlineShape.BOX, OutlineShape.CIRCLE, OutlineShape.ELLIPSE, OutlineShape.ELLIPSOID),
            12,
            Annotators.PSEUDONYMS);

    private static final int FEWEST_CORNERS = 3;

    /** Refuses a threshold that nothing or everything reaches, and rules that contradict each other or never hold. */
    public Annotations {
        Require.positive("fractionalThreshold", fractionalThreshold);
        Require.between("fractionalThreshold", fractionalThreshold, 0, 1);
        weakShapes = List.copyOf(weakShapes);
        if (new HashSet<>(weakShapes).size() != weakShapes.size()) {
            throw new IllegalArgumentException("weakShapes names a shape twice: " + weakShapes);
        }
        Require.atLeast("fewPoints", fewPoints, 0);
        if (fewPoints > 0 && fewPoints <= FEWEST_CORNERS) {
            throw new IllegalArgumentException(
                    "fewPoints must be 0 or more than 3, the fewest that a polygon has, got " + fewPoints);
        }
        if (fewPoints > 0 && weakShapes.contains(OutlineShape.POLYGON)) {
            throw new IllegalArgumentException(
                    "fewPoints must be 0 where weakShapes has every polygon, got " + fewPoints);
        }
    }

    /** Whether what was drawn as this, by so many points, is weak. */
    public boolean isWeak(OutlineShape shape, int points) {
        return weakShapes.contains(shape) || (shape == OutlineShape.POLYGON && points < fewPoints);
    }
}
