package dev.auricle.aggregator.register;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.schemas.record.Participant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MeasurementsTest {
    @Test
    void each_site_weighs_what_it_measured_on_and_a_figure_only_some_have_is_their_mean() {
        // Given
        var north = site(30, Map.of("dice", 0.9));
        var west = site(10, Map.of("dice", 0.5, "hd95", 4.0));
        var south = site(0, Map.of("dice", 0.0, "only", 1.0));
        // Then
        assertThat(Measurements.mean(List.of(north, west, south))).isEqualTo(Map.of("dice", 0.8, "hd95", 4.0));
    }

    private static Participant site(long samples, Map<String, Double> metrics) {
        return Participant.newBuilder()
                .setSamples(samples)
                .putAllMetrics(metrics)
                .build();
    }
}
