package dev.auricle.learning.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.auricle.learning.augment.Slice;
import dev.auricle.learning.measure.Spacing;
import dev.auricle.learning.method.View;
import dev.auricle.learning.network.UNetSpec;
import dev.auricle.learning.state.ModelState;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EvaluatorTest {

    private static final UNetSpec SPEC = new UNetSpec(1, 3, 4, 2);

    @Test
    void scores_each_class_over_all_pixels_and_over_samples() {
        // Given: a model that says 1 everywhere; one sample is all 1, one has 1 on its left half, one has nothing.
        SampleList samples = new SampleList(List.of(sample(16, 1), sample(8, 1), sample(0, 1)), 3);

        // When
        Evaluation evaluation = new Evaluator(Scenes.ENGINE, Scenes.plain(SPEC))
                .evaluate(saying(1), samples)
                .orElseThrow();

        // Then
        ClassScore one = evaluation.classes().get(0);
        assertThat(evaluation.samples()).isEqualTo(3);
        assertThat(one.label()).isEqualTo(1);
        assertThat(one.dice()).isCloseTo(2 * 24.0 / (24 + 48), within(1e-12));
        assertThat(one.meanDice()).isCloseTo((1 + 2 * 8.0 / 24 + 0) / 3, within(1e-12));
        assertThat(one.withoutDistance()).isEqualTo(1);
        assertThat(one.meanHausdorff95().orElseThrow()).isBetween(0.1, 4.0);
    }

    @Test
    void a_class_that_is_never_there_and_never_predicted_is_perfect() {
        // Given
        SampleList samples = new SampleList(List.of(sample(8, 1)), 1);

        // When
        Evaluation evaluation = new Evaluator(Scenes.ENGINE, Scenes.plain(SPEC))
                .evaluate(saying(0), samples)
                .orElseThrow();

        // Then
        ClassScore two = evaluation.classes().get(1);
        assertThat(two.dice()).isEqualTo(1);
        assertThat(two.meanHausdorff95()).hasValue(0);
        assertThat(evaluation.foregroundDice()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void distances_are_in_millimetres() {
        // Given: the same halves, with pixels twice as wide.
        Slice half = sample(8, 1).slice();
        SampleList narrow = new SampleList(List.of(new Sample("a", half, Spacing.unit())), 1);
        SampleList wide = new SampleList(List.of(new Sample("a", half, new Spacing(2, 2, 2))), 1);
        Evaluator evaluator = new Evaluator(Scenes.ENGINE, Scenes.plain(SPEC));

        // When
        double millimetres = evaluator
                .evaluate(saying(1), wide)
                .orElseThrow()
                .classes()
                .get(0)
                .meanHausdorff95()
                .orElseThrow();

        // Then
        double unit = evaluator
                .evaluate(saying(1), narrow)
                .orElseThrow()
                .classes()
                .get(0)
                .meanHausdorff95()
                .orElseThrow();
        assertThat(millimetres).isCloseTo(2 * unit, within(1e-12));
    }

    @Test
    void nothing_to_judge_gives_no_figures() {
        // When
        assertThat(new Evaluator(Scenes.ENGINE, Scenes.plain(SPEC)).evaluate(saying(0), new SampleList(List.of(), 1)))
                // Then
                .isEmpty();
    }

    /** 4 x 4 pixels, the first columns (a multiple of 4 pixels) of the given class. */
    private static Sample sample(int pixels, int label) {
        byte[] labels = new byte[16];
        for (int pixel = 0; pixel < 16; pixel++) {
            labels[pixel] = (byte) (pixel % 4 < pixels / 4 ? label : 0);
        }
        return new Sample("s", new Slice(new float[16], labels, 4, 4), Spacing.unit());
    }

    /** All parameters 0 but the bias of one class. */
    private static View saying(int label) {
        float[] vector = new float[SPEC.layout().parameters()];
        vector[SPEC.layout().offsetOf("head.bias") + label] = 1;
        return Scenes.everybodys(ModelState.of(SPEC.layout(), vector));
    }
}
