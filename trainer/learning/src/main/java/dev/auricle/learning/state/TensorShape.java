package dev.auricle.learning.state;

import java.util.List;

/**
 * Name and shape of one tensor, without its values.
 *
 * @param name unique in its layout, such as {@code encoder.0.first.weight}; no blanks, no line breaks
 * @param dimensions sizes from the outermost to the innermost; none for a scalar
 */
public record TensorShape(String name, List<Integer> dimensions) {

    /** Refuses a name that would make {@link Layout#canonicalText} ambiguous, and sizes below 1. */
    public TensorShape {
        if (name.isBlank() || name.chars().anyMatch(c -> c <= ' ')) {
            throw new IllegalArgumentException("a tensor's name must have no blanks: '" + name + "'");
        }
        if (dimensions.stream().anyMatch(size -> size < 1)) {
            throw new IllegalArgumentException("sizes of " + name + " must be at least 1, not " + dimensions);
        }
        dimensions = List.copyOf(dimensions);
    }

    /** As the constructor, with the sizes written out. */
    public static TensorShape of(String name, Integer... dimensions) {
        return new TensorShape(name, List.of(dimensions));
    }

    /** How many floats it has. */
    public int size() {
        return dimensions.stream().reduce(1, Math::multiplyExact);
    }
}
