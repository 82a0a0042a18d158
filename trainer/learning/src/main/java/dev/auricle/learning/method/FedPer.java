package dev.auricle.learning.method;

import ai.djl.ndarray.NDManager;
import dev.auricle.learning.loss.LossWeights;
import dev.auricle.learning.loss.WeightedLoss;
import dev.auricle.learning.network.NetworkSpec;

/**
 * FedPer (Arivazhagan, Aggarwal, Singh, Choudhary, <i>Federated learning with personalization layers</i>,
 * arXiv:1912.00818): the last layer, {@code head.*}, stays; body and head learn together.
 */
public final class FedPer extends OneNetwork {

    private final LossWeights loss;

    /** Learns that network with that loss. */
    public FedPer(NetworkSpec spec, LossWeights loss) {
        super(spec, name -> name.startsWith("head."));
        this.loss = loss;
    }

    @Override
    public Lesson begin(NDManager owner, SiteModel start, Terms terms) {
        return new NetworkLesson(owner, this, WeightedLoss.of(loss), start, terms);
    }
}
