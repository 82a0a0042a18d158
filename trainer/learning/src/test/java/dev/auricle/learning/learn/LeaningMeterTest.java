package dev.auricle.learning.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.auricle.learning.method.Decoupled;
import dev.auricle.learning.method.DecoupledWeights;
import dev.auricle.learning.method.PersonalState;
import dev.auricle.learning.method.SiteModel;
import dev.auricle.learning.network.DecoupledSpec;
import dev.auricle.learning.network.DecoupledSpec.Sight;
import dev.auricle.learning.state.ModelState;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LeaningMeterTest {

    private static final Decoupled METHOD =
            new Decoupled(new DecoupledSpec(Scenes.SMALL, 4, Sight.IMAGE_AND_PREDICTION), DecoupledWeights.usual());

    @Test
    void is_what_w_has_off_its_diagonal() {
        // Given: an adaptation network that says softplus⁻¹(0.9), softplus⁻¹(0.1) everywhere, in both columns.
        SiteModel model = saying(0.9, 0.1);

        // When
        double leaning = measure(model);

        // Then
        assertThat(leaning).isCloseTo(0.1, within(1e-6));
    }

    @Test
    void a_site_that_has_just_joined_leans_little() {
        // When
        double leaning = measure(Scenes.first(METHOD, 1));

        // Then
        assertThat(leaning).isBetween(0.03, 0.07);
    }

    @Test
    void nothing_to_measure_on_gives_no_figure() {
        assertThat(new LeaningMeter(Scenes.ENGINE, METHOD)
                        .measure(Scenes.first(METHOD, 1), new SampleList(List.of(), 1)))
                .isEmpty();
    }

    private static double measure(SiteModel model) {
        return new LeaningMeter(Scenes.ENGINE, METHOD)
                .measure(model, Scenes.ellipses(3, 1))
                .orElseThrow();
    }

    /** All of the adaptation network 0 but its last biases. */
    private static SiteModel saying(double diagonal, double elsewhere) {
        ModelState shared = METHOD.initialShared(1);
        float[] vector = new float[METHOD.personal().parameters()];
        int bias = METHOD.personal().offsetOf("da.2.bias");
        float[] entries = {inverse(diagonal), inverse(elsewhere), inverse(elsewhere), inverse(diagonal)};
        System.arraycopy(entries, 0, vector, bias, entries.length);
        return new SiteModel(shared, new PersonalState(ModelState.of(METHOD.personal(), vector)));
    }

    private static float inverse(double softplus) {
        return (float) Math.log(Math.expm1(softplus));
    }
}
