package dev.auricle.trainer.protect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.learning.state.ModelState;
import dev.auricle.learning.state.Tensor;
import dev.auricle.learning.state.TensorShape;
import dev.auricle.trainer.learn.Metric;
import dev.auricle.trainer.learn.RoundResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OutgoingTest {
    @Test
    void figures_that_are_not_numbers_stay_at_home() {
        // When
        var outgoing = Outgoing.of(
                new RoundResult.Update(state(1f), 7, Map.of(Metric.LOSS, 0.5, Metric.GLOBAL_DICE, Double.NaN)));
        // Then
        assertThat(outgoing.metrics()).isEqualTo(Map.of("loss", 0.5));
        assertThat(outgoing.samples()).isEqualTo(7);
    }

    @Test
    void weights_that_are_not_numbers_never_leave() {
        assertThatThrownBy(() -> Outgoing.of(new RoundResult.Update(state(Float.NaN), 7, Map.of())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ModelState state(float value) {
        return ModelState.of(List.of(new Tensor(TensorShape.of("w", 1), new float[] {value})));
    }
}
