package dev.auricle.aggregator.register;

import dev.auricle.schemas.record.Participant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the sites measured, put together: the mean of each figure, weighted by what each site measured it on. */
final class Measurements {
    private Measurements() {}

    static Map<String, Double> mean(List<Participant> participants) {
        var sums = new HashMap<String, Double>();
        var weights = new HashMap<String, Long>();
        for (var participant : participants) {
            participant.getMetricsMap().forEach((name, value) -> {
                sums.merge(name, value * participant.getSamples(), Double::sum);
                weights.merge(name, participant.getSamples(), Long::sum);
            });
        }
        var means = new HashMap<String, Double>();
        weights.forEach((name, weight) -> {
            if (weight > 0) {
                means.put(name, sums.getOrDefault(name, 0.0) / weight);
            }
        });
        return means;
    }
}
