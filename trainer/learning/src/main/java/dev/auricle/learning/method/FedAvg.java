package dev.auricle.learning.method;

import ai.djl.ndarray.NDManager;
import dev.auricle.learning.loss.LossWeights;
import dev.auricle.learning.loss.WeightedLoss;
import dev.auricle.learning.network.NetworkSpec;

/**
 * Federated averaging (McMahan, Moore, Ramage, Hampson, Agüera y Arcas, <i>Communication-efficient learning of deep
 * networks from decentralized data</i>, AISTATS 2017): every tensor is shared, sites just learn, and the merged model is
 * the mean of theirs, each counted with its samples. Local and global prediction are the same.
 */
public final class FedAvg extends OneNetwork {

    private final LossWeights loss;

    /** Learns that network with that loss. */
    public FedAvg(NetworkSpec spec, LossWeights loss) {
        super(spec, name -> false);
        this.loss = loss;
    }

    @Override
    public Lesson begin(NDManager owner, SiteModel start, Terms terms) {
        return new NetworkLesson(owner, this, WeightedLoss.of(loss), start, terms);
    }
}
