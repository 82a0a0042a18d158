package dev.auricle.learning.learn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.auricle.learning.augment.Slice;
import dev.auricle.learning.engine.DirectMemory;
import dev.auricle.learning.method.Batch;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * Room for one batch, written once per batch and read by the engine in place. The first slice decides the size of all.
 *
 * <p>The arrays of a batch are views of this memory: valid until {@link #clear}.
 */
final class BatchMemory {

    private final int batchSize;
    private final int classes;
    private final Slice first;
    private final ByteBuffer images;
    private final ByteBuffer labels;
    private final long[] keys;
    private int size;

    /** For slices like the first. */
    BatchMemory(int batchSize, int classes, Slice first) {
        this.batchSize = batchSize;
        this.classes = classes;
        this.first = first;
        this.images = DirectMemory.ofBytes(
                Math.multiplyExact(batchSize, Math.multiplyExact(first.image().length, Float.BYTES)));
        this.labels = DirectMemory.ofBytes(Math.multiplyExact(batchSize, first.pixels()));
        this.keys = new long[batchSize];
    }

    /** How many slices are in it. */
    int size() {
        return size;
    }

    boolean isFull() {
        return size == batchSize;
    }

    void clear() {
        size = 0;
    }

    /** Puts a slice behind the others, with its sample's key; there must be room. */
    void add(Slice slice, long key) {
        requireAlike(slice);
        requireLabels(slice.label());
        FloatBuffer pixels = images.asFloatBuffer();
        pixels.put(size * slice.image().length, slice.image());
        labels.put(size * slice.pixels(), slice.label());
        keys[size] = key;
        size++;
    }

    /** What is in it, as arrays of that manager. */
    Batch in(NDManager manager) {
        Shape imageShape = new Shape(size, first.channels(), first.rows(), first.columns());
        Shape labelShape = new Shape(size, first.rows(), first.columns());
        NDArray image = manager.create(
                images.slice(0, Math.toIntExact(imageShape.size() * Float.BYTES)), imageShape, DataType.FLOAT32);
        NDArray label = manager.create(labels.slice(0, Math.toIntExact(labelShape.size())), labelShape, DataType.UINT8);
        return new Batch(image, label.toType(DataType.INT64, false), Arrays.copyOf(keys, size));
    }

    private void requireAlike(Slice slice) {
        if (slice.rows() != first.rows()
                || slice.columns() != first.columns()
                || slice.channels() != first.channels()) {
            throw new UnableToUseSample("it has " + size(slice) + ", the first one " + size(first));
        }
    }

    private void requireLabels(byte[] label) {
        for (byte number : label) {
            if (Byte.toUnsignedInt(number) >= classes) {
                throw new UnableToUseSample(
                        "its label " + Byte.toUnsignedInt(number) + " is not one of " + classes + " classes");
            }
        }
    }

    private static String size(Slice slice) {
        return slice.channels() + " x " + slice.rows() + " x " + slice.columns() + " pixels";
    }
}
