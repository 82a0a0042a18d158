package dev.auricle.learning.state;

import java.util.Arrays;

/** One named array of floats with its shape, row-major: the last dimension runs fastest. */
public final class Tensor {

    private final TensorShape shape;
    private final float[] values;

    /** Keeps the array, does not copy it. */
    public Tensor(TensorShape shape, float[] values) {
        if (values.length != shape.size()) {
            throw new IllegalArgumentException(shape.name() + " has " + shape.size() + " values, not " + values.length);
        }
        this.shape = shape;
        this.values = values;
    }

    /** Its name in the layout. */
    public String name() {
        return shape.name();
    }

    /** Its name and shape. */
    public TensorShape shape() {
        return shape;
    }

    /** A copy of its values, row-major. */
    public float[] values() {
        return values.clone();
    }

    /** Same name, same shape, same bits. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Tensor that && shape.equals(that.shape) && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return shape.toString();
    }
}
