package dev.auricle.learning.method;

import ai.djl.ndarray.NDArray;
import dev.auricle.learning.engine.Recording;
import dev.auricle.learning.network.DecoupledNetwork;

/** How far a site's W is from the identity, where it matters. One thread at a time. */
public final class Leaning implements AutoCloseable {

    private final DecoupledNetwork network;

    Leaning(DecoupledNetwork network) {
        this.network = network;
    }

    /**
     * The mass of W off its diagonal, weighted by p: mean over pixels of Σ_j p_j · Σ_{i≠j} W[i,j], the probability that the
     * site says something else than the generic truth. 0 when W is the identity.
     *
     * @param images [batch, channel, row, column]
     */
    public double of(NDArray images) {
        return Recording.suspended(() -> {
            NDArray z = network.mean(network.prior(images));
            NDArray features = network.features(images);
            NDArray logGlobal = network.logGlobal(features, z);
            return (double) network.offDiagonal(network.logMatrices(features, z), logGlobal)
                    .getFloat();
        });
    }

    @Override
    public void close() {
        network.close();
    }
}
