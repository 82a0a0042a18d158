package dev.auricle.learning.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.auricle.learning.attack.AttackSettings.Start;
import dev.auricle.learning.attack.AttackSettings.Weighting;
import dev.auricle.learning.draw.RandomDraw;
import dev.auricle.learning.engine.EngineSettings;
import dev.auricle.learning.engine.LearningEngine;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AdversaryTest {

    private static final double CLOSE = 1e-6;

    private final NDManager manager =
            LearningEngine.start(EngineSettings.reproducible()).newManager();

    @AfterEach
    void free() {
        manager.close();
    }

    @Test
    void one_step_follows_the_gradient_s_sign_and_the_sign_of_0_is_plus() {
        // Given: L = w·x, w = (2, −3, 0).
        NDArray x = manager.create(new double[] {0.5, 0.5, 0.5});

        // When
        double[] moved = ascend(x, x, 0.1, 0.1).toDoubleArray();

        // Then
        assertThat(moved).containsExactly(new double[] {0.6, 0.4, 0.6}, within(CLOSE));
    }

    @Test
    void steps_go_on_until_the_box_ends_and_stay_there() {
        // Given
        NDArray origin = manager.create(new double[] {0.5, 0.5, 0.5});
        double[] expected = {0.04, 0.08, 0.1, 0.1, 0.1};

        // When
        NDArray x = origin;
        for (double away : expected) {
            x = ascend(x, origin, 0.1, 0.04);

            // Then
            assertThat(x.toDoubleArray())
                    .containsExactly(new double[] {0.5 + away, 0.5 - away, 0.5 + away}, within(CLOSE));
        }
    }

    @Test
    void every_attack_stays_within_epsilon_and_makes_the_model_worse() {
        // Given: a model that takes the sign of a pixel for its class.
        NDArray images = noise(new Shape(3, 1, 8, 8));
        NDArray labels = images.squeeze(1).gt(0).toType(DataType.INT64, false);
        UnaryOperator<NDArray> model = AdversaryTest::bySign;
        AttackSettings restarted = new AttackSettings(0.3, 0.1, 3, Start.RANDOM, 3, Weighting.EVEN);
        for (AttackSettings settings : new AttackSettings[] {
            AttackSettings.fgsm(0.3), AttackSettings.pgd(0.3, 5), AttackSettings.segPgd(0.3, 5), restarted
        }) {
            // When
            NDArray attacked;
            try (Adversary adversary = new Adversary(manager, settings)) {
                attacked = adversary.attack(model, images, labels, new long[] {1, 2, 3});
            }

            // Then
            assertThat(attacked.sub(images).abs().max().getFloat()).isBetween(0.29f, 0.3001f);
            assertThat(lossOf(model.apply(attacked), labels)).isGreaterThan(lossOf(model.apply(images), labels));
        }
    }

    @Test
    void an_attack_is_a_function_of_its_streams() {
        // Given
        NDArray images = manager.zeros(new Shape(2, 1, 8, 8));
        NDArray labels = manager.zeros(new Shape(2, 8, 8), DataType.INT64);
        AttackSettings gentle = new AttackSettings(0.3, 0.01, 1, Start.RANDOM, 1, Weighting.EVEN);
        try (Adversary adversary = new Adversary(manager, gentle)) {
            float[] first = adversary
                    .attack(AdversaryTest::bySign, images, labels, new long[] {1, 2})
                    .toFloatArray();

            // When
            float[] again = adversary
                    .attack(AdversaryTest::bySign, images, labels, new long[] {1, 2})
                    .toFloatArray();

            // Then
            float[] other = adversary
                    .attack(AdversaryTest::bySign, images, labels, new long[] {3, 2})
                    .toFloatArray();
            assertThat(again).containsExactly(first);
            assertThat(other).isNotEqualTo(first);
        }
    }

    @Test
    void an_attack_holds_nothing_but_its_result() {
        // Given
        NDArray images = manager.zeros(new Shape(2, 1, 8, 8));
        NDArray labels = manager.zeros(new Shape(2, 8, 8), DataType.INT64);
        try (Adversary adversary = new Adversary(manager, AttackSettings.pgd(0.3, 7))) {
            int before = manager.getManagedArrays().size();

            // When
            adversary.attack(AdversaryTest::bySign, images, labels, new long[] {1, 2});

            // Then
            assertThat(manager.getManagedArrays()).hasSize(before + 1);
        }
    }

    @Test
    void an_attack_that_does_nothing_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> AttackSettings.fgsm(0));
        assertThatIllegalArgumentException().isThrownBy(() -> AttackSettings.pgd(0.1, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AttackSettings(0.1, 0.1, 1, Start.IMAGE, 2, Weighting.EVEN))
                .withMessageContaining("restarts");
    }

    private NDArray ascend(NDArray from, NDArray origin, double epsilon, double step) {
        NDArray w = manager.create(new double[] {2, -3, 0});
        NDArray lengths = manager.create(new double[] {epsilon, step});
        return new SignAscent(manager).step(from, origin, lengths, x -> x.dot(w));
    }

    private NDArray noise(Shape shape) {
        RandomDraw draw = RandomDraw.of(1);
        float[] values = new float[(int) shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) draw.nextGaussian();
        }
        return manager.create(values, shape);
    }

    /** ln p of logits (0, x). */
    private static NDArray bySign(NDArray images) {
        return images.sub(images).concat(images, 1).logSoftmax(1);
    }

    private static double lossOf(NDArray logProbabilities, NDArray labels) {
        return -logProbabilities.gather(labels.expandDims(1), 1).mean().getFloat();
    }
}
