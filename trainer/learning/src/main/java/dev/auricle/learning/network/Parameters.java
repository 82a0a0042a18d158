package dev.auricle.learning.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.auricle.learning.state.Layout;
import dev.auricle.learning.state.ModelState;
import dev.auricle.learning.state.NoSuchTensor;
import dev.auricle.learning.state.TensorShape;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A network's parameters in native memory, in the order of its layout; each requires a gradient.
 *
 * <p>{@link #load} and {@link #snapshot} copy straight between the state's vector and the engine's memory, one copy per
 * tensor and none in between.
 */
public final class Parameters implements AutoCloseable {

    private final Layout layout;
    private final NDManager manager;
    private final NDList arrays = new NDList();
    private final Map<String, NDArray> byName = new HashMap<>();

    /** Zeros, in native memory that belongs to the owner. */
    public Parameters(NDManager owner, Layout layout) {
        this(owner, layout, DataType.FLOAT32);
    }

    /** As the other, of another type: to check gradients with more digits. Cannot be loaded then. */
    Parameters(NDManager owner, Layout layout, DataType type) {
        this.layout = layout;
        this.manager = owner.newSubManager();
        for (TensorShape shape : layout.tensors()) {
            NDArray array = manager.zeros(engineShape(shape), type);
            array.setRequiresGradient(true);
            arrays.add(array);
            byName.put(shape.name(), array);
        }
    }

    /** Names, shapes and order. */
    public Layout layout() {
        return layout;
    }

    /** All arrays in order. */
    public NDList all() {
        return arrays;
    }

    /** The arrays whose names begin with one of these, in order. */
    public NDList under(String... beginnings) {
        NDList found = new NDList();
        for (TensorShape shape : layout.tensors()) {
            if (Arrays.stream(beginnings).anyMatch(shape.name()::startsWith)) {
                found.add(named(shape.name()));
            }
        }
        return found;
    }

    /** The array of that name. */
    public NDArray named(String name) {
        NDArray array = byName.get(name);
        if (array == null) {
            throw new NoSuchTensor(name);
        }
        return array;
    }

    /** Takes over the values of a model of the same layout. */
    public void load(ModelState state) {
        layout.requireSame(state.layout());
        FloatBuffer vector = state.vector();
        for (NDArray array : arrays) {
            FloatBuffer memory = memoryOf(array);
            int size = memory.remaining();
            memory.put(vector.slice(vector.position(), size));
            vector.position(vector.position() + size);
        }
    }

    /** A copy of the values as they are now. */
    public ModelState snapshot() {
        FloatBuffer vector = FloatBuffer.allocate(layout.parameters());
        for (NDArray array : arrays) {
            vector.put(memoryOf(array));
        }
        return ModelState.of(layout, vector.array());
    }

    @Override
    public void close() {
        manager.close();
    }

    /** A view of the engine's own memory, not a copy. */
    private static FloatBuffer memoryOf(NDArray array) {
        return array.toByteBuffer(true).asFloatBuffer();
    }

    private static Shape engineShape(TensorShape shape) {
        return new Shape(
                shape.dimensions().stream().mapToLong(Integer::longValue).toArray());
    }
}
