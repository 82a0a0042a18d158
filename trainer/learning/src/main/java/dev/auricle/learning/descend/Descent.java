package dev.auricle.learning.descend;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.auricle.learning.engine.Differentiator;
import dev.auricle.learning.engine.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Parameters on their way downhill with {@link Adam}: record the loss, take its gradient, make the step. One backward pass
 * for all groups of parameters, each of which walks with settings of its own.
 */
public final class Descent implements AutoCloseable {

    private final NDManager manager;
    private final NDList parameters = new NDList();
    private final Differentiator differentiator;
    private final List<Walker> walkers = new ArrayList<>();

    /**
     * Parameters that walk together.
     *
     * @param parameters float32, each requiring a gradient; changed in place; at least one
     */
    public record Group(NDList parameters, AdamSettings settings) {}

    private record Walker(int size, Adam adam) {}

    /** Stands still, with the optimizers' moments at 0. */
    public Descent(NDManager owner, List<Group> groups) {
        this.manager = owner.newSubManager();
        this.differentiator = new Differentiator(manager);
        for (Group group : groups) {
            parameters.addAll(group.parameters());
            walkers.add(new Walker(group.parameters().size(), new Adam(manager, group.parameters(), group.settings())));
        }
    }

    /** One group. */
    public static Descent of(NDManager owner, NDList parameters, AdamSettings settings) {
        return new Descent(owner, List.of(new Group(parameters, settings)));
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
            return new Descended(before, walk(recording.gradients(value, parameters)));
        }
    }

    @Override
    public void close() {
        manager.close();
    }

    /** The norm over all groups. */
    private double walk(NDList gradients) {
        double square = 0;
        int from = 0;
        for (Walker walker : walkers) {
            double norm = walker.adam().step(gradients.subNDList(from, from + walker.size()));
            square += norm * norm;
            from += walker.size();
        }
        return Math.sqrt(square);
    }
}
