package dev.auricle.learning.method;

import ai.djl.ndarray.NDManager;
import dev.auricle.learning.loss.LossWeights;
import dev.auricle.learning.loss.WeightedLoss;
import dev.auricle.learning.network.NetworkSpec;

/**
 * FedBN (Li, Jiang, Zhang, Kamp, Dou, <i>FedBN: federated learning on non-IID features via local batch normalization</i>,
 * ICLR 2021): the tensors of the normalisations stay, so that every site scales features in its own way. Here these are
 * the scales and shifts of GroupNorm; statistics of batches there are none.
 */
public final class FedBn extends OneNetwork {

    private final LossWeights loss;

    /** Learns that network with that loss. */
    public FedBn(NetworkSpec spec, LossWeights loss) {
        super(spec, name -> name.endsWith(".scale") || name.endsWith(".shift"));
        this.loss = loss;
    }

    @Override
    public Lesson begin(NDManager owner, SiteModel start, Terms terms) {
        return new NetworkLesson(owner, this, WeightedLoss.of(loss), start, terms);
    }
}
