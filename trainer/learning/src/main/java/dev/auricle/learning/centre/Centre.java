package dev.auricle.learning.centre;

import dev.auricle.learning.learn.Sample;
import java.util.List;

/**
 * One hospital of a study of methods.
 *
 * @param name as tables show it
 * @param training what it learns from, as its readers have drawn it
 * @param test patients of its own that it does not learn from, drawn by the same readers: what its personal model is
 *     judged on
 */
public record Centre(String name, List<Sample> training, List<Sample> test) {

    /** Keeps copies. */
    public Centre {
        training = List.copyOf(training);
        test = List.copyOf(test);
    }
}
