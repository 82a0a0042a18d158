package dev.auricle.trainer.protect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.learning.method.PersonalState;
import dev.auricle.learning.method.SiteModel;
import dev.auricle.learning.state.Layout;
import dev.auricle.learning.state.ModelState;
import dev.auricle.learning.state.TensorShape;
import dev.auricle.learning.state.UnableToFitState;
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
                new RoundResult.Update(model(1f), 7, Map.of(Metric.LOSS, 0.5, Metric.GLOBAL_DICE, Double.NaN)),
                layout("w"));
        // Then
        assertThat(outgoing.metrics()).isEqualTo(Map.of("loss", 0.5));
        assertThat(outgoing.samples()).isEqualTo(7);
    }

    @Test
    void weights_that_are_not_numbers_never_leave() {
        assertThatThrownBy(() -> Outgoing.of(new RoundResult.Update(model(Float.NaN), 7, Map.of()), layout("w")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tensors_that_the_method_does_not_share_never_leave() {
        assertThatThrownBy(() -> Outgoing.of(new RoundResult.Update(model(1f), 7, Map.of()), layout("da.w")))
                .isInstanceOf(UnableToFitState.class)
                .hasMessage("tensor 0 must be da.w 1 but is w 1");
    }

    private static SiteModel model(float value) {
        return new SiteModel(ModelState.of(layout("w"), new float[] {value}), PersonalState.none());
    }

    private static Layout layout(String name) {
        return new Layout(List.of(TensorShape.of(name, 1)));
    }
}
