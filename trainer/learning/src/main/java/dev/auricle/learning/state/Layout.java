package dev.auricle.learning.state;

import static java.util.stream.Collectors.joining;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which tensors a model has, in which order. Two sites can add their models exactly when their layouts are equal.
 *
 * <p>The order is the network's own and never changes for a given specification: it decides which float of the vector
 * belongs to which tensor, and with it what a shard of the vector means.
 */
public final class Layout {

    private final List<TensorShape> tensors;
    private final Map<String, Integer> offsets = new HashMap<>();
    private final int parameters;

    /** Refuses two tensors of one name, and more floats than an array can hold. */
    public Layout(List<TensorShape> tensors) {
        this.tensors = List.copyOf(tensors);
        int offset = 0;
        for (TensorShape tensor : tensors) {
            if (offsets.put(tensor.name(), offset) != null) {
                throw new IllegalArgumentException("two tensors are called " + tensor.name());
            }
            offset = Math.addExact(offset, tensor.size());
        }
        this.parameters = offset;
    }

    /** The tensors in order. */
    public List<TensorShape> tensors() {
        return tensors;
    }

    /** How many floats the vector has. */
    public int parameters() {
        return parameters;
    }

    /** Whether there is a tensor of that name. */
    public boolean has(String name) {
        return offsets.containsKey(name);
    }

    /** Where a tensor begins in the vector. */
    public int offsetOf(String name) {
        Integer offset = offsets.get(name);
        if (offset == null) {
            throw new NoSuchTensor(name);
        }
        return offset;
    }

    /** Name and shape of one tensor. */
    public TensorShape shapeOf(String name) {
        return tensors.stream()
                .filter(tensor -> tensor.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchTensor(name));
    }

    /** One line per tensor, {@code name 8x1x3x3}, each ended by a line feed: what a hash of the layout is taken of. */
    public String canonicalText() {
        return tensors.stream().map(tensor -> text(tensor) + "\n").collect(joining());
    }

    /**
     * Passes when the other layout is the same.
     *
     * @throws UnableToFitState naming the first tensor that differs
     */
    public void requireSame(Layout other) {
        int common = Math.min(tensors.size(), other.tensors.size());
        for (int i = 0; i < common; i++) {
            if (!tensors.get(i).equals(other.tensors.get(i))) {
                throw new UnableToFitState(
                        "tensor " + i + " must be " + text(tensors.get(i)) + " but is " + text(other.tensors.get(i)));
            }
        }
        if (tensors.size() != other.tensors.size()) {
            throw new UnableToFitState(tensors.size() + " tensors are needed, not " + other.tensors.size());
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Layout that && tensors.equals(that.tensors);
    }

    @Override
    public int hashCode() {
        return tensors.hashCode();
    }

    @Override
    public String toString() {
        return tensors.size() + " tensors, " + parameters + " parameters";
    }

    private static String text(TensorShape tensor) {
        return tensor.name() + " "
                + tensor.dimensions().stream().map(String::valueOf).collect(joining("x"));
    }
}
