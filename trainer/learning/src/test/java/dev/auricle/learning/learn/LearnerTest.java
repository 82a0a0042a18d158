package dev.auricle.learning.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.auricle.learning.augment.Slice;
import dev.auricle.learning.descend.AdamSettings;
import dev.auricle.learning.learn.LearningOutcome.Diverged;
import dev.auricle.learning.learn.LearningOutcome.Learned;
import dev.auricle.learning.learn.LearningOutcome.NothingToLearn;
import dev.auricle.learning.learn.LearningOutcome.Stopped;
import dev.auricle.learning.measure.Spacing;
import dev.auricle.learning.method.Method;
import dev.auricle.learning.method.View;
import dev.auricle.learning.network.UNetSpec;
import dev.auricle.learning.network.UnableToFeedNetwork;
import dev.auricle.learning.state.UnableToFitState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LearnerTest {

    @Test
    void finds_ellipses_it_has_never_seen() {
        // Given
        UNetSpec spec = new UNetSpec(1, 2, 8, 3);
        Ellipses ellipses = new Ellipses(64, 7);
        SampleList training = new SampleList(ellipses.samples(0, 64), 16);
        SampleList held = new SampleList(ellipses.samples(1_000, 20), 20);
        Method method = Scenes.plain(spec);
        LearningSettings settings =
                LearningSettings.alone(new Schedule(6, 8), new AdamSettings(3e-3, 1e-4, 12), Scenes.VARIED, 1);

        // When
        LearningOutcome outcome = new Learner(Scenes.ENGINE, method, settings)
                .learn(Scenes.first(method, 1), training, LearningListener.silent());

        // Then
        assertThat(outcome).isInstanceOfSatisfying(Learned.class, learned -> {
            Evaluation evaluation = new Evaluator(Scenes.ENGINE, method)
                    .evaluate(new View.Local(learned.model()), held)
                    .orElseThrow();
            assertThat(evaluation.foregroundMeanDice()).isGreaterThan(0.9);
            assertThat(evaluation.foregroundHausdorff95().orElseThrow()).isLessThan(4);
        });
    }

    @Test
    void reports_every_step_and_every_epoch() {
        // Given: 10 samples in batches of 4.
        List<StepReport> steps = new ArrayList<>();
        List<EpochReport> epochs = new ArrayList<>();
        LearningListener listener = new LearningListener() {
            @Override
            public void onStep(StepReport report) {
                steps.add(report);
            }

            @Override
            public void onEpoch(EpochReport report) {
                epochs.add(report);
            }
        };

        // When
        Learned learned =
                (Learned) learner(2, 1e-3).learn(Scenes.first(Scenes.PLAIN, 1), Scenes.ellipses(10, 1), listener);

        // Then
        assertThat(steps).extracting(StepReport::step).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
        assertThat(steps).extracting(StepReport::epoch).containsExactly(0, 0, 0, 1, 1, 1);
        assertThat(steps).extracting(StepReport::samples).containsExactly(4, 4, 2, 4, 4, 2);
        assertThat(steps).allSatisfy(step -> assertThat(step.gradientNorm()).isPositive());
        assertThat(learned.epochs()).isEqualTo(epochs).hasSize(2);
        assertThat(learned.steps()).isEqualTo(6);
        assertThat(learned.samples()).isEqualTo(10);
        double meanOfFirst = (4 * steps.get(0).loss()
                        + 4 * steps.get(1).loss()
                        + 2 * steps.get(2).loss())
                / 10;
        assertThat(learned.meanLosses().get(0)).isCloseTo(meanOfFirst, within(1e-12));
    }

    @Test
    void a_pixel_that_is_no_number_ends_it_without_a_model() {
        // Given
        float[] image = new float[32 * 32];
        image[5] = Float.NaN;
        Sample broken = new Sample("broken", new Slice(image, new byte[32 * 32], 32, 32), Spacing.unit());

        // When
        LearningOutcome outcome = learner(1, 1e-3)
                .learn(Scenes.first(Scenes.PLAIN, 1), new SampleList(List.of(broken), 1), LearningListener.silent());

        // Then
        assertThat(outcome).isInstanceOfSatisfying(Diverged.class, diverged -> {
            assertThat(diverged.step()).isZero();
            assertThat(diverged.loss()).isNaN();
        });
    }

    @Test
    void a_last_step_that_breaks_the_model_is_noticed() {
        // Given: one step, so long that the parameters overflow after a loss that was fine.
        LearningSettings settings = Scenes.settings(1, 3e38, 1);

        // When
        LearningOutcome outcome = new Learner(Scenes.ENGINE, Scenes.PLAIN, settings)
                .learn(Scenes.first(Scenes.PLAIN, 1), Scenes.ellipses(4, 1), LearningListener.silent());

        // Then
        assertThat(outcome).isInstanceOfSatisfying(Diverged.class, diverged -> {
            assertThat(diverged.step()).isEqualTo(1);
            assertThat(diverged.loss()).isFinite();
        });
    }

    @Test
    void an_empty_source_teaches_nothing() {
        // Given
        SampleList nothing = new SampleList(List.of(), 1);

        // When
        LearningOutcome outcome =
                learner(1, 1e-3).learn(Scenes.first(Scenes.PLAIN, 1), nothing, LearningListener.silent());

        // Then
        assertThat(outcome).isEqualTo(new NothingToLearn());
    }

    @Test
    void an_interrupted_learner_stops_between_steps() {
        // Given
        LearningListener interrupting = new LearningListener() {
            @Override
            public void onStep(StepReport report) {
                if (report.step() == 2) {
                    Thread.currentThread().interrupt();
                }
            }
        };

        // When
        LearningOutcome outcome =
                learner(5, 1e-3).learn(Scenes.first(Scenes.PLAIN, 1), Scenes.ellipses(24, 1), interrupting);

        // Then
        assertThat(Thread.interrupted()).isTrue();
        assertThat(outcome).isEqualTo(new Stopped(3));
    }

    @Test
    void a_label_outside_the_classes_is_refused() {
        // Given
        byte[] label = new byte[32 * 32];
        label[7] = 2;
        Sample sample = new Sample("odd", new Slice(new float[32 * 32], label, 32, 32), Spacing.unit());

        // Then
        assertThatExceptionOfType(UnableToUseSample.class)
                .isThrownBy(() -> learn(List.of(sample)))
                .withMessageContaining("label 2")
                .withMessageContaining("2 classes");
    }

    @Test
    void a_sample_of_another_size_is_refused() {
        // Given
        List<Sample> samples = List.of(blank(32, 32), blank(32, 64));

        // Then
        assertThatExceptionOfType(UnableToUseSample.class)
                .isThrownBy(() -> learn(samples))
                .withMessageContaining("1 x 32 x 32")
                .withMessageContaining("1 x 32 x 64");
    }

    @Test
    void samples_that_the_network_cannot_halve_are_refused() {
        // Then
        assertThatExceptionOfType(UnableToFeedNetwork.class).isThrownBy(() -> learn(List.of(blank(30, 32))));
    }

    @Test
    void a_model_of_another_network_is_refused() {
        // Given
        UNetSpec other = new UNetSpec(1, 3, 4, 2);

        // Then
        assertThatExceptionOfType(UnableToFitState.class)
                .isThrownBy(() -> learner(1, 1e-3)
                        .learn(Scenes.first(Scenes.plain(other), 1), Scenes.ellipses(4, 1), LearningListener.silent()));
    }

    private static Learner learner(int epochs, double learningRate) {
        return new Learner(Scenes.ENGINE, Scenes.PLAIN, Scenes.settings(epochs, learningRate, 1));
    }

    private static LearningOutcome learn(List<Sample> samples) {
        return learner(1, 1e-3)
                .learn(
                        Scenes.first(Scenes.PLAIN, 1),
                        new SampleList(samples, samples.size()),
                        LearningListener.silent());
    }

    private static Sample blank(int rows, int columns) {
        return new Sample(
                "blank", new Slice(new float[rows * columns], new byte[rows * columns], rows, columns), Spacing.unit());
    }
}
