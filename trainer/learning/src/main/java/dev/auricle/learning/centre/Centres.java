package dev.auricle.learning.centre;

import dev.auricle.learning.learn.Sample;
import java.util.List;

/**
 * Hospitals that learn together, and what the model for all of them is judged on.
 *
 * @param classes the background among them
 * @param centres in the order in which they are merged
 * @param generic patients of every centre that nobody learns from, drawn along the edge
 */
public record Centres(int classes, List<Centre> centres, List<Sample> generic) {

    /** Keeps copies. */
    public Centres {
        centres = List.copyOf(centres);
        generic = List.copyOf(generic);
    }
}
