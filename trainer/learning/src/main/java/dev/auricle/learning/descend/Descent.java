package dev.auricle.learning.descend;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.auricle.learning.engine.Differentiator;
import dev.auricle.learning.engine.Recording;
import java.util.function.Supplier;

/**
 * Parameters on their way downhill with {@link Adam}: record the loss, take its gradient, make the step. A lesson has
 * one of these for each group of parameters that walks by itself.
 */
public final class Descent implements AutoCloseable {

    private final NDManager manager;
    private final NDList parameters;
    private final Differentiator differentiator;
    private final Adam adam;

    /**
     * Stands still, with the optimizer's moments at 0.
     *
     * @param parameters float32, each requiring a gradient; changed in place
     */
    public Descent(NDManager owner, NDList parameters, AdamSettings settings) {
        this.manager = owner.newSubManager();
        this.parameters = parameters;
        this.differentiator = new Differentiator(manager);
        this.adam = new Adam(manager, parameters, settings);
    }

    /**
     * Makes one step, unless the loss is not a finite number.
     *
     * @param loss computes a scalar that depends on every one of the parameters
     */
    public Descended step(Supplier<NDArray> loss) {
        try (Recording recording = differentiator.record()) {
            NDArray value = loss.get();
            float before = value.getFloat();
            if (!Float.isFinite(before)) {
                return new Descended(before, Double.NaN);
            }
            return new Descended(before, adam.step(recording.gradients(value, parameters)));
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
