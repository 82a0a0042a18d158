package dev.auricle.learning.descend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.auricle.learning.engine.EngineSettings;
import dev.auricle.learning.engine.LearningEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AdamTest {

    private static final double RATE = 0.01;
    private static final double DECAY = 0.1;

    private final NDManager manager =
            LearningEngine.start(EngineSettings.reproducible()).newManager();

    @AfterEach
    void free() {
        manager.close();
    }

    @Test
    void walks_as_the_paper_says() {
        // Given
        double[] expected = {1, -2, 0.5};
        NDArray parameter = manager.create(new float[] {1, -2, 0.5f});
        Adam adam = new Adam(manager, new NDList(parameter), new AdamSettings(RATE, DECAY, Double.POSITIVE_INFINITY));
        double[] mean = new double[3];
        double[] variance = new double[3];

        for (int t = 1; t <= 10; t++) {
            // When
            float[] gradient = {0.3f * t, -0.7f, (float) Math.sin(t)};
            adam.step(new NDList(manager.create(gradient)));

            // Then
            for (int i = 0; i < 3; i++) {
                double g = gradient[i] + DECAY * expected[i];
                mean[i] = 0.9 * mean[i] + 0.1 * g;
                variance[i] = 0.999 * variance[i] + 0.001 * g * g;
                double meanHat = mean[i] / (1 - Math.pow(0.9, t));
                double varianceHat = variance[i] / (1 - Math.pow(0.999, t));
                expected[i] -= RATE * meanHat / (Math.sqrt(varianceHat) + 1e-8);
                assertThat((double) parameter.getFloat(i))
                        .as("step %d, %d", t, i)
                        .isCloseTo(expected[i], within(2e-6));
            }
        }
    }

    @Test
    void a_gradient_that_is_too_large_is_scaled_down_over_all_parameters() {
        // Given: norm 13, limited to 1.3.
        NDList parameters = new NDList(manager.create(new float[] {0, 0}), manager.create(0f));
        NDList gradients = new NDList(manager.create(new float[] {3, 4}), manager.create(12f));
        Adam adam = new Adam(manager, parameters, new AdamSettings(RATE, 0, 1.3));

        // When
        double norm = adam.step(gradients);

        // Then
        assertThat(norm).isCloseTo(13, within(1e-6));
        assertThat(gradients.get(0).toFloatArray()).containsExactly(new float[] {0.3f, 0.4f}, within(1e-6f));
        assertThat(gradients.get(1).getFloat()).isCloseTo(1.2f, within(1e-6f));
    }

    @Test
    void a_gradient_that_is_small_enough_is_left_bit_for_bit() {
        // Given
        NDList gradients = new NDList(manager.create(new float[] {0.1f, 0.7f}));
        Adam adam = new Adam(manager, new NDList(manager.create(new float[] {0, 0})), new AdamSettings(RATE, 0, 12));

        // When
        adam.step(gradients);

        // Then
        assertThat(gradients.get(0).toFloatArray()).containsExactly(0.1f, 0.7f);
    }
}
