package dev.auricle.learning.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.auricle.learning.network.Network;
import dev.auricle.learning.network.NetworkSpec;
import dev.auricle.learning.state.Layout;
import dev.auricle.learning.state.ModelState;
import java.util.function.Predicate;

/** What methods have in common that learn one segmentation network, some of whose tensors may stay. */
public abstract class OneNetwork implements Method {

    private final NetworkSpec spec;
    private final Partition partition;

    /**
     * A method with that network.
     *
     * @param stays whether the tensor of that name is personal
     */
    protected OneNetwork(NetworkSpec spec, Predicate<String> stays) {
        this.spec = spec;
        this.partition = new Partition(spec.layout(), stays);
    }

    /** What is learned. */
    protected NetworkSpec spec() {
        return spec;
    }

    /** Which of its tensors stay. */
    protected Partition partition() {
        return partition;
    }

    @Override
    public int classes() {
        return spec.classes();
    }

    @Override
    public Layout shared() {
        return partition.shared();
    }

    @Override
    public Layout personal() {
        return partition.personal();
    }

    @Override
    public boolean hasGlobalModel() {
        return personal().parameters() == 0;
    }

    @Override
    public ModelState initialShared(long seed) {
        return partition.split(spec.initialState(seed)).shared();
    }

    @Override
    public PersonalState initialPersonal(ModelState shared, long seed) {
        return partition.split(spec.initialState(seed)).personal();
    }

    @Override
    public Predictor predictor(NDManager owner, View view) {
        if (!hasGlobalModel() && view instanceof View.Global) {
            throw new NoSuchView(getClass().getSimpleName());
        }
        PersonalState kept = view instanceof View.Local local ? local.model().personal() : PersonalState.none();
        Network network = spec.build(owner);
        network.parameters().load(partition.join(new SiteModel(view.shared(), kept)));
        return new NetworkPredictor(network);
    }

    /** Predicts with a network that it owns. */
    private record NetworkPredictor(Network network) implements Predictor {

        @Override
        public NDArray logProbabilities(NDArray images) {
            return network.forward(images).logSoftmax(1);
        }

        @Override
        public void close() {
            network.close();
        }
    }
}
