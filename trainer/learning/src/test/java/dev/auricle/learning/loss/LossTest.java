package dev.auricle.learning.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.auricle.learning.draw.RandomDraw;
import dev.auricle.learning.engine.Differentiator;
import dev.auricle.learning.engine.EngineSettings;
import dev.auricle.learning.engine.LearningEngine;
import dev.auricle.learning.engine.Recording;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LossTest {

    private static final double EXACT = 1e-12;

    /** ln 4: softmax of (ln 4, 0) is (0.8, 0.2). */
    private static final double LN_4 = Math.log(4);

    private final NDManager manager =
            LearningEngine.start(EngineSettings.reproducible()).newManager();

    @AfterEach
    void free() {
        manager.close();
    }

    @Test
    void cross_entropy_is_the_mean_of_minus_ln_p_of_the_label() {
        // Given: two pixels of p = (0.8, 0.2), the first of class 0, the second of class 1.
        NDArray logits = logits(new Shape(1, 2, 1, 2), LN_4, LN_4, 0, 0);
        NDArray labels = labels(new Shape(1, 1, 2), 0, 1);

        // When
        double loss = new CrossEntropy().of(logits, labels).getDouble();

        // Then
        assertThat(loss).isCloseTo(-(Math.log(0.8) + Math.log(0.2)) / 2, within(EXACT));
    }

    @Test
    void cross_entropy_of_a_hopeless_pixel_is_its_margin_and_not_infinite() {
        // Given
        NDArray logits = logits(new Shape(1, 2, 1, 1), 5_000, -5_000);

        // When
        double loss =
                new CrossEntropy().of(logits, labels(new Shape(1, 1, 1), 1)).getDouble();

        // Then
        assertThat(loss).isEqualTo(10_000);
    }

    @Test
    void a_collection_between_loss_and_gradient_changes_nothing() {
        // Given
        double[] undisturbed = gradientOfBoth(() -> {});

        // When
        double[] disturbed = gradientOfBoth(LossTest::freeWhatNobodyHolds);

        // Then
        assertThat(disturbed).containsExactly(undisturbed);
    }

    @Test
    void soft_dice_is_one_minus_the_overlap_of_the_foreground() {
        // Given: two pixels with p(1) = 0.2, one of which is class 1.
        NDArray logits = logits(new Shape(1, 2, 1, 2), LN_4, LN_4, 0, 0);
        NDArray labels = labels(new Shape(1, 1, 2), 0, 1);

        // When
        double loss = new SoftDice().of(logits, labels).getDouble();

        // Then
        assertThat(loss).isCloseTo(1 - (2 * 0.2 + 1) / (0.4 + 1 + 1), within(EXACT));
    }

    @Test
    void soft_dice_of_a_class_neither_there_nor_predicted_costs_nothing() {
        // Given
        NDArray logits = logits(new Shape(1, 2, 1, 2), 800, 800, -800, -800);

        // When
        double loss =
                new SoftDice().of(logits, labels(new Shape(1, 1, 2), 0, 0)).getDouble();

        // Then
        assertThat(loss).isZero();
    }

    @Test
    void soft_dice_takes_the_mean_of_the_foreground_classes() {
        // Given: three classes, certain; class 1 found, class 2 missed on one of its two pixels.
        NDArray logits = logits(new Shape(1, 3, 1, 3), 0, 0, 900, 900, 0, 0, 0, 900, 0);
        NDArray labels = labels(new Shape(1, 1, 3), 1, 2, 2);

        // When
        double loss = new SoftDice().of(logits, labels).getDouble();

        // Then
        assertThat(loss).isCloseTo(1 - (1 + (2 * 1 + 1) / (1 + 2 + 1.0)) / 2, within(EXACT));
    }

    @Test
    void a_sum_of_losses_weighs_each() {
        // Given
        NDArray logits = logits(new Shape(1, 2, 1, 2), LN_4, LN_4, 0, 0);
        NDArray labels = labels(new Shape(1, 1, 2), 0, 1);

        // When
        double loss =
                WeightedLoss.of(new LossWeights(2, 0.5)).of(logits, labels).getDouble();

        // Then
        double crossEntropy = new CrossEntropy().of(logits, labels).getDouble();
        double dice = new SoftDice().of(logits, labels).getDouble();
        assertThat(loss).isCloseTo(2 * crossEntropy + 0.5 * dice, within(EXACT));
    }

    @Test
    void a_loss_has_the_type_of_its_logits() {
        // Given
        NDArray logits = manager.zeros(new Shape(1, 2, 2, 2), DataType.FLOAT32);

        // When
        NDArray loss = WeightedLoss.of(LossWeights.even()).of(logits, labels(new Shape(1, 2, 2), 0, 1, 1, 0));

        // Then
        assertThat(loss.getDataType()).isEqualTo(DataType.FLOAT32);
    }

    static Stream<Loss> losses() {
        return Stream.of(new CrossEntropy(), new SoftDice(), WeightedLoss.of(new LossWeights(0.7, 1.3)));
    }

    /** In float64, step 1e-5: the error of a central difference is about 1e-10, that of rounding about 1e-11. */
    @ParameterizedTest
    @MethodSource("losses")
    void gradients_agree_with_central_differences(Loss loss) {
        // Given
        double step = 1e-5;
        double[] point = gaussians(48);
        Shape shape = new Shape(2, 3, 2, 4);
        NDArray labels = labels(new Shape(2, 2, 4), 0, 1, 2, 0, 1, 1, 2, 2, 0, 0, 0, 1, 2, 1, 0, 2);

        // When
        double[] gradient = gradient(loss, logits(shape, point), labels);

        // Then
        for (int i = 0; i < point.length; i++) {
            double up = loss.of(logits(shape, moved(point, i, step)), labels).getDouble();
            double down = loss.of(logits(shape, moved(point, i, -step)), labels).getDouble();
            assertThat(gradient[i]).as("logit %d", i).isCloseTo((up - down) / (2 * step), within(1e-8));
        }
    }

    @ParameterizedTest
    @MethodSource("losses")
    void gradients_at_extreme_logits_are_finite(Loss loss) {
        // Given
        NDArray logits = logits(new Shape(1, 2, 1, 2), 1e30, -1e30, -1e30, 1e30);

        // When
        double[] gradient = gradient(loss, logits, labels(new Shape(1, 1, 2), 1, 1));

        // Then
        assertThat(gradient).doesNotContain(Double.NaN).doesNotContain(Double.POSITIVE_INFINITY);
    }

    @Test
    void weights_that_hide_every_loss_are_refused() {
        // Then
        assertThatIllegalArgumentException().isThrownBy(() -> new LossWeights(0, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LossWeights(1, -1))
                .withMessageContaining("dice");
        assertThatIllegalArgumentException().isThrownBy(() -> new LossWeights(Double.NaN, 1));
    }

    private double[] gradient(Loss loss, NDArray logits, NDArray labels) {
        logits.setRequiresGradient(true);
        try (Differentiator differentiator = new Differentiator(manager);
                Recording recording = differentiator.record()) {
            return recording
                    .gradients(loss.of(logits, labels), new NDList(logits))
                    .singletonOrThrow()
                    .toDoubleArray();
        }
    }

    private NDArray logits(Shape shape, double... values) {
        return manager.create(values).reshape(shape);
    }

    private NDArray labels(Shape shape, long... values) {
        return manager.create(values).reshape(shape);
    }

    private static double[] gaussians(int count) {
        RandomDraw draw = RandomDraw.of(11);
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = draw.nextGaussian();
        }
        return values;
    }

    private static double[] moved(double[] point, int place, double step) {
        double[] moved = point.clone();
        moved[place] += step;
        return moved;
    }

    private double[] gradientOfBoth(Runnable between) {
        NDArray logits = logits(new Shape(1, 2, 1, 2), LN_4, LN_4, 0, 0);
        logits.setRequiresGradient(true);
        try (Differentiator differentiator = new Differentiator(manager);
                Recording recording = differentiator.record()) {
            NDArray loss = WeightedLoss.of(LossWeights.even()).of(logits, labels(new Shape(1, 1, 2), 0, 1));
            between.run();
            return recording
                    .gradients(loss, new NDList(logits))
                    .singletonOrThrow()
                    .toDoubleArray();
        }
    }

    /** What one collection finds is freed before what the next one finds is told. */
    private static void freeWhatNobodyHolds() {
        System.gc();
        ReferenceQueue<Object> told = new ReferenceQueue<>();
        WeakReference<Object> later = new WeakReference<>(new Object(), told);
        System.gc();
        try {
            assertThat(told.remove(10_000)).isSameAs(later);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
