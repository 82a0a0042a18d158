package dev.auricle.trainer.learn;

import dev.auricle.learning.method.SiteModel;
import java.util.Map;

/** What a site has to say to a round. */
public sealed interface RoundResult {
    /**
     * It has learned.
     *
     * @param model what is to be sent and, in a type of its own, what stays
     * @param samples n_k: how many samples one pass had
     */
    record Update(SiteModel model, long samples, Map<Metric, Double> metrics) implements RoundResult {
        /** Keeps a copy of the figures. */
        public Update {
            metrics = Map.copyOf(metrics);
        }
    }

    /**
     * It has measured the round's model and changed nothing.
     *
     * @param samples how many it measured on; 0 when it keeps none for that
     */
    record Measured(long samples, Map<Metric, Double> metrics) implements RoundResult {
        /** Keeps a copy of the figures. */
        public Measured {
            metrics = Map.copyOf(metrics);
        }
    }

    /**
     * It cannot take part.
     *
     * @param code for counting
     * @param sentence for people
     */
    record Declined(String code, String sentence) implements RoundResult {}
}
