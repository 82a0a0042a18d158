package dev.auricle.learning.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.auricle.learning.loss.LossWeights;
import dev.auricle.learning.loss.Proximity;
import dev.auricle.learning.loss.WeightedLoss;
import dev.auricle.learning.network.NetworkSpec;

/**
 * FedProx (Li, Sahu, Zaheer, Sanjabi, Talwalkar, Smith, <i>Federated optimization in heterogeneous networks</i>, MLSys
 * 2020): FedAvg whose sites are held near the merged model that the round began with,
 *
 * <pre>loss + μ/2 · ‖θ − θ_merged‖²</pre>
 */
public final class FedProx extends OneNetwork {

    private final LossWeights loss;
    private final double pull;

    /**
     * Learns that network with that loss.
     *
     * @param pull μ, at least 0; 0 is FedAvg
     */
    public FedProx(NetworkSpec spec, LossWeights loss, double pull) {
        super(spec, name -> false);
        this.loss = loss;
        this.pull = pull;
    }

    @Override
    public Lesson begin(NDManager owner, SiteModel start, Terms terms) {
        return new NetworkLesson(owner, this, WeightedLoss.of(loss), start, terms) {
            private final Proximity proximity =
                    new Proximity(owner, network().parameters().all(), pull);

            @Override
            protected NDArray loss(Batch batch) {
                return super.loss(batch).add(proximity.in(batch.images().getManager()));
            }
        };
    }
}
