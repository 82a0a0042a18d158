package dev.auricle.learning.method;

import ai.djl.ndarray.NDArray;
import dev.auricle.learning.network.DecoupledNetwork;

/**
 * Predicts with the decoupled networks, in one of the two views. The prediction is that of the prior's mean; a z drawn
 * from the prior gives one of the predictions that the method holds possible.
 */
final class DecoupledPredictor implements Predictor {

    private final DecoupledNetwork network;
    private final boolean isLocal;

    private DecoupledPredictor(DecoupledNetwork network, boolean isLocal) {
        this.network = network;
        this.isLocal = isLocal;
    }

    /** Of the federation; closes the network. */
    static DecoupledPredictor global(DecoupledNetwork network) {
        return new DecoupledPredictor(network, false);
    }

    /** Of the site. */
    static DecoupledPredictor local(DecoupledNetwork network) {
        return new DecoupledPredictor(network, true);
    }

    @Override
    public NDArray logProbabilities(NDArray images) {
        return with(images, network.mean(network.prior(images)));
    }

    @Override
    public NDArray logProbabilities(NDArray images, long[] streams) {
        NDArray noise = Noise.in(images.getManager(), network.latent(), streams);
        return with(images, network.draw(network.prior(images), noise));
    }

    @Override
    public void close() {
        network.close();
    }

    private NDArray with(NDArray images, NDArray z) {
        NDArray features = network.features(images);
        NDArray logGlobal = network.logGlobal(features, z);
        return isLocal ? network.logLocal(network.logMatrices(features, z), logGlobal) : logGlobal;
    }
}
