package dev.auricle.learning.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.auricle.learning.draw.RandomDraw;
import dev.auricle.learning.engine.EngineSettings;
import dev.auricle.learning.engine.LearningEngine;
import dev.auricle.learning.engine.Recording;
import dev.auricle.learning.engine.Script;
import dev.auricle.learning.state.ModelState;
import dev.auricle.learning.state.UnableToFitState;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class UNetTest {

    private static final UNetSpec SMALL = new UNetSpec(1, 3, 4, 2);

    private final NDManager manager =
            LearningEngine.start(EngineSettings.reproducible()).newManager();

    @AfterEach
    void free() {
        manager.close();
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 4, 1, 8, 8", "1, 3, 8, 3, 64, 32", "3, 5, 4, 2, 12, 20"})
    void gives_a_logit_per_class_and_pixel(int channels, int classes, int base, int depth, int rows, int columns) {
        // Given
        Network network = new UNetSpec(channels, classes, base, depth).build(manager);
        NDArray images = manager.zeros(new Shape(2, channels, rows, columns));

        // When
        NDArray logits = network.forward(images);

        // Then
        assertThat(logits.getShape()).isEqualTo(new Shape(2, classes, rows, columns));
    }

    @Test
    void predicts_what_the_same_network_predicts_elsewhere() {
        // Given
        UNetSpec spec = new UNetSpec(1, 3, 8, 3);
        Network network = spec.build(manager);
        network.parameters().load(spec.initialState(5));

        // When
        float[] logits = network.forward(noise(9, 2, 1, 64, 32)).toFloatArray();

        // Then: computed with Python's PyTorch 2.7.1 from the same parameters, the interpolation before the 1x1
        // convolution.
        assertThat(logits[0]).isCloseTo(-0.0645596f, within(1e-4f));
        assertThat(logits[5_000]).isCloseTo(1.4019314f, within(1e-4f));
        assertThat(logits[12_287]).isCloseTo(0.2953512f, within(1e-4f));
    }

    @Test
    void reducing_before_doubling_is_the_same_function_as_after() {
        // Given
        String before = "torch.upsample_bilinear2d(torch.conv2d(x, weight, bias), None, False, [2.0, 2.0])";
        String after = "torch.conv2d(torch.upsample_bilinear2d(x, None, False, [2.0, 2.0]), weight, bias)";
        NDArray x = noise(1, 2, 8, 6, 10);
        NDArray weight = noise(2, 4, 8, 1, 1);
        NDArray bias = noise(3, 4);

        // When
        float[] reducedFirst = function(before).call(x, weight, bias).toFloatArray();

        // Then
        float[] doubledFirst = function(after).call(x, weight, bias).toFloatArray();
        assertThat(reducedFirst).containsExactly(doubledFirst, within(1e-5f));
    }

    @Test
    void an_image_is_predicted_alike_alone_and_in_company() {
        // Given
        Network network = SMALL.build(manager);
        network.parameters().load(SMALL.initialState(1));
        NDArray images = noise(4, 3, 1, 16, 16);

        // When
        float[] together = network.forward(images).get("1").toFloatArray();

        // Then
        float[] alone = network.forward(images.get("1:2")).toFloatArray();
        assertThat(alone).containsExactly(together, within(1e-4f));
    }

    @Test
    void a_forward_pass_changes_no_parameter() {
        // Given
        Network network = SMALL.build(manager);
        ModelState state = SMALL.initialState(1);
        network.parameters().load(state);

        // When
        network.forward(noise(5, 1, 1, 16, 16));

        // Then
        assertThat(network.parameters().snapshot()).isEqualTo(state);
    }

    @Test
    void the_initial_parameters_are_part_of_the_contract() {
        // When
        ModelState state = new UNetSpec(1, 2, 8, 3).initialState(2026);

        // Then
        assertThat(state.parameters()).isEqualTo(112_978);
        assertThat(state.sha256()).isEqualTo("4be174ecb23b91123fed651ef09a5203f2f46d13b61394614a27dc068d6ab84e");
    }

    @Test
    void initial_weights_have_the_deviation_of_kaiming() {
        // Given
        ModelState state = new UNetSpec(1, 2, 16, 3).initialState(1);

        // When
        float[] weights = state.tensor("encoder.3.second.weight").values();

        // Then: fan-in is 128 channels of 3x3.
        double square = 0;
        for (float weight : weights) {
            square += weight * weight;
        }
        assertThat(Math.sqrt(square / weights.length)).isCloseTo(Math.sqrt(2 / (1.0001 * 128 * 9)), within(2e-4));
        assertThat(state.tensor("encoder.3.second.scale").values()).containsOnly(1);
        assertThat(state.tensor("head.bias").values()).containsOnly(0);
    }

    @Test
    void another_seed_gives_other_parameters() {
        // When
        ModelState other = SMALL.initialState(2);

        // Then
        assertThat(other).isNotEqualTo(SMALL.initialState(1));
    }

    @Test
    void sizes_that_cannot_be_halved_often_enough_are_refused() {
        // Given
        Network network = SMALL.build(manager);
        NDArray images = manager.zeros(new Shape(1, 1, 16, 18));

        // Then
        assertThatExceptionOfType(UnableToFeedNetwork.class)
                .isThrownBy(() -> network.forward(images))
                .withMessageContaining("multiples of 4")
                .withMessageContaining("18");
    }

    @Test
    void a_model_of_another_network_is_refused() {
        // Given
        Network network = SMALL.build(manager);
        ModelState other = new UNetSpec(1, 2, 4, 2).initialState(1);

        // Then
        assertThatExceptionOfType(UnableToFitState.class)
                .isThrownBy(() -> network.parameters().load(other))
                .withMessageContaining("head.weight 3x4x1x1");
    }

    @ParameterizedTest
    @CsvSource({"0, 2, 8, 3, inChannels", "1, 1, 8, 3, classes", "1, 2, 6, 3, channels", "1, 2, 8, 8, depth"})
    void sizes_out_of_range_are_named(int channels, int classes, int base, int depth, String name) {
        // Then
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new UNetSpec(channels, classes, base, depth))
                .withMessageContaining(name);
    }

    private Script function(String expression) {
        return Script.compile(
                manager, "def forward(self, x: Tensor, weight: Tensor, bias: Tensor):\n  return " + expression);
    }

    private NDArray noise(long seed, long... shape) {
        RandomDraw draw = RandomDraw.of(seed);
        float[] values = new float[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) draw.nextGaussian();
        }
        return Recording.suspended(() -> manager.create(values, new Shape(shape)));
    }
}
