package dev.auricle.learning.method;

import ai.djl.ndarray.NDManager;
import dev.auricle.learning.descend.Descended;
import dev.auricle.learning.descend.Descent;
import dev.auricle.learning.loss.LossWeights;
import dev.auricle.learning.loss.WeightedLoss;
import dev.auricle.learning.network.NetworkSpec;

/**
 * FedRep (Collins, Hassani, Mokhtari, Shakkottai, <i>Exploiting shared representations for personalized federated
 * learning</i>, ICML 2021): the last layer, {@code head.*}, stays, as in {@link FedPer}, but head and body learn in turns:
 * in each round first the head alone, then the body under a head that stands still.
 */
public final class FedRep extends OneNetwork {

    private static final String HEAD = "head.";

    private final LossWeights loss;
    private final int headEpochs;

    /**
     * Learns that network with that loss.
     *
     * @param headEpochs epochs of each round in which the head learns, at least 1. When a round has no more than that,
     *     head and body take turns from step to step
     */
    public FedRep(NetworkSpec spec, LossWeights loss, int headEpochs) {
        super(spec, name -> name.startsWith(HEAD));
        if (headEpochs < 1) {
            throw new IllegalArgumentException("headEpochs must be at least 1, not " + headEpochs);
        }
        this.loss = loss;
        this.headEpochs = headEpochs;
    }

    @Override
    public Lesson begin(NDManager owner, SiteModel start, Terms terms) {
        return new NetworkLesson(owner, this, WeightedLoss.of(loss), start, terms) {
            private final Descent head =
                    Descent.of(owner, network().parameters().under(HEAD), terms.optimizer());
            private final Descent body =
                    Descent.of(owner, network().parameters().under("encoder.", "decoder."), terms.optimizer());

            @Override
            public Descended step(Batch batch, Moment moment) {
                boolean inTurns = terms.epochs() <= headEpochs;
                boolean isHeads = inTurns ? moment.step() % 2 == 0 : moment.epoch() < headEpochs;
                return (isHeads ? head : body).step(() -> this.loss(batch));
            }
        };
    }
}
