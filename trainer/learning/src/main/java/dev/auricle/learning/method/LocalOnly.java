package dev.auricle.learning.method;

import ai.djl.ndarray.NDManager;
import dev.auricle.learning.loss.LossWeights;
import dev.auricle.learning.loss.WeightedLoss;
import dev.auricle.learning.network.NetworkSpec;

/** Every site for itself: nothing is shared. What the others' methods have to be better than. */
public final class LocalOnly extends OneNetwork {

    private final LossWeights loss;

    /** Learns that network with that loss. */
    public LocalOnly(NetworkSpec spec, LossWeights loss) {
        super(spec, name -> true);
        this.loss = loss;
    }

    @Override
    public Lesson begin(NDManager owner, SiteModel start, Terms terms) {
        return new NetworkLesson(owner, this, WeightedLoss.of(loss), start, terms);
    }
}
