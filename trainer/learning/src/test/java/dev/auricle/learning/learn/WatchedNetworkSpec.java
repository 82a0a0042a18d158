package dev.auricle.learning.learn;

import ai.djl.ndarray.NDManager;
import dev.auricle.learning.network.Network;
import dev.auricle.learning.network.NetworkSpec;
import dev.auricle.learning.state.Layout;
import dev.auricle.learning.state.ModelState;
import java.util.Optional;

/** A network that remembers who owns its native memory, so that a test can count what is held there. */
final class WatchedNetworkSpec implements NetworkSpec {

    private final NetworkSpec spec;
    private Optional<NDManager> owner = Optional.empty();

    WatchedNetworkSpec(NetworkSpec spec) {
        this.spec = spec;
    }

    /** All arrays of the owner and of whatever it owns. */
    int arraysHeld() {
        return owner.orElseThrow().getManagedArrays().size();
    }

    @Override
    public int classes() {
        return spec.classes();
    }

    @Override
    public Layout layout() {
        return spec.layout();
    }

    @Override
    public ModelState initialState(long seed) {
        return spec.initialState(seed);
    }

    @Override
    public Network build(NDManager manager) {
        owner = Optional.of(manager);
        return spec.build(manager);
    }
}
