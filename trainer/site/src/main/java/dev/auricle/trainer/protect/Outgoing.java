package dev.auricle.trainer.protect;

import dev.auricle.learning.state.Layout;
import dev.auricle.trainer.learn.Metric;
import dev.auricle.trainer.learn.RoundResult;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What leaves the hospital in an answer: weights, a count, figures. Anything else has no place in this record, and a
 * figure that is not a number is left out.
 *
 * @param weights the whole vector of what is shared; empty when the site has not learned
 * @param samples n_k
 * @param metrics by their names in the manifest
 */
public record Outgoing(FloatBuffer weights, long samples, Map<String, Double> metrics) {

    /**
     * Of an update.
     *
     * @param shared which tensors may leave; anything else is refused
     */
    public static Outgoing of(RoundResult.Update update, Layout shared) {
        var weights = update.model().shared();
        shared.requireSame(weights.layout());
        if (!weights.isFinite()) {
            throw new IllegalArgumentException("weights that are not numbers must not leave");
        }
        return new Outgoing(weights.vector(), update.samples(), named(update.metrics()));
    }

    /** Of a measurement. */
    public static Outgoing of(RoundResult.Measured measured) {
        return new Outgoing(FloatBuffer.allocate(0), measured.samples(), named(measured.metrics()));
    }

    private static Map<String, Double> named(Map<Metric, Double> metrics) {
        return metrics.entrySet().stream()
                .filter(metric -> Double.isFinite(metric.getValue()))
                .collect(Collectors.toUnmodifiableMap(metric -> metric.getKey().wireName(), Map.Entry::getValue));
    }
}
