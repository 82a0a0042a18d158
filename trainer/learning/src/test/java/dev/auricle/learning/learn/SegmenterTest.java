package dev.auricle.learning.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.auricle.learning.draw.RandomDraw;
import dev.auricle.learning.method.Decoupled;
import dev.auricle.learning.method.DecoupledWeights;
import dev.auricle.learning.method.Method;
import dev.auricle.learning.method.View;
import dev.auricle.learning.network.DecoupledSpec;
import dev.auricle.learning.network.UNetSpec;
import dev.auricle.learning.network.UnableToFeedNetwork;
import dev.auricle.learning.state.ModelState;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SegmenterTest {

    private static final UNetSpec SPEC = new UNetSpec(1, 3, 4, 2);

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 7, 100})
    void the_batch_size_does_not_change_the_result(int batchSize) {
        // Given
        Images images = noise(7, 16, 24);
        byte[] expected = segment(images, 7);

        // When
        byte[] labels = segment(images, batchSize);

        // Then
        assertThat(labels).isEqualTo(expected).contains(0, 1, 2);
    }

    @Test
    void the_label_is_the_most_probable_class_and_the_entropy_that_of_the_probabilities() {
        // Given
        Images images = noise(5, 16, 24);
        int pixels = 16 * 24;

        // When
        Prediction prediction = predict(SPEC.initialState(1), images);

        // Then
        for (int image = 0; image < 5; image++) {
            for (int pixel = 0; pixel < pixels; pixel++) {
                float[] p = new float[3];
                double entropy = 0;
                int best = 0;
                for (int c = 0; c < 3; c++) {
                    p[c] = prediction.probabilities()[(image * 3 + c) * pixels + pixel];
                    entropy -= p[c] * Math.log(p[c]);
                    best = p[c] > p[best] ? c : best;
                }
                int place = image * pixels + pixel;
                assertThat(p[0] + p[1] + p[2]).isCloseTo(1, within(1e-5f));
                assertThat(prediction.labels()[place]).isEqualTo((byte) best);
                assertThat((double) prediction.entropy()[place]).isCloseTo(entropy, within(1e-5));
            }
        }
    }

    @Test
    void a_model_that_knows_nothing_is_as_unsure_as_can_be() {
        // Given
        ModelState nothing =
                ModelState.of(SPEC.layout(), new float[SPEC.layout().parameters()]);

        // When
        Prediction prediction = predict(nothing, noise(1, 16, 16));

        // Then
        assertThat(prediction.entropy()).containsOnly(prediction.entropy()[0]);
        assertThat((double) prediction.entropy()[0]).isCloseTo(Math.log(3), within(1e-6));
        assertThat(prediction.labels()).containsOnly(0);
    }

    @Test
    void segment_and_predict_agree() {
        // Given
        Images images = noise(3, 16, 24);

        // When
        byte[] labels = segment(images, 2);

        // Then
        assertThat(labels).isEqualTo(predict(SPEC.initialState(1), images).labels());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void samples_of_what_is_possible_do_not_depend_on_the_batch(int batchSize) {
        // Given
        Images images = noise(5, 16, 24);
        Prediction expected = predictDrawn(images, 5);

        // When
        Prediction drawn = predictDrawn(images, batchSize);

        // Then
        assertThat(drawn.probabilities()).containsExactly(expected.probabilities(), within(1e-5f));
    }

    @Test
    void a_mean_over_samples_is_another_prediction_than_that_of_the_mean_z() {
        // Given
        Images images = noise(2, 16, 24);

        // When
        Prediction drawn = predictDrawn(images, 2);

        // Then
        Method method = decoupled();
        try (Segmenter segmenter = new Segmenter(Scenes.ENGINE, method, local(method), 2)) {
            assertThat(drawn.probabilities())
                    .isNotEqualTo(segmenter.predict(images).probabilities());
        }
    }

    @Test
    void images_that_the_network_cannot_take_are_refused() {
        // Given
        Images images = noise(1, 15, 16);

        // Then
        assertThatExceptionOfType(UnableToFeedNetwork.class).isThrownBy(() -> segment(images, 1));
    }

    @Test
    void an_array_of_part_of_an_image_is_refused() {
        // Then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Images(new float[100], 1, 16, 16))
                .withMessageContaining("256");
    }

    private static Prediction predictDrawn(Images images, int batchSize) {
        Method method = decoupled();
        try (Segmenter segmenter = new Segmenter(Scenes.ENGINE, method, local(method), batchSize)) {
            return segmenter.predict(images, 3, 1);
        }
    }

    private static Method decoupled() {
        return new Decoupled(
                new DecoupledSpec(SPEC, 4, DecoupledSpec.Sight.IMAGE_AND_PREDICTION), DecoupledWeights.usual());
    }

    private static View local(Method method) {
        return new View.Local(Scenes.first(method, 1));
    }

    private static byte[] segment(Images images, int batchSize) {
        try (Segmenter segmenter =
                new Segmenter(Scenes.ENGINE, Scenes.plain(SPEC), Scenes.everybodys(SPEC.initialState(1)), batchSize)) {
            return segmenter.segment(images);
        }
    }

    private static Prediction predict(ModelState model, Images images) {
        try (Segmenter segmenter = new Segmenter(Scenes.ENGINE, Scenes.plain(SPEC), Scenes.everybodys(model), 4)) {
            return segmenter.predict(images);
        }
    }

    private static Images noise(int count, int rows, int columns) {
        RandomDraw draw = RandomDraw.of(1);
        float[] pixels = new float[count * rows * columns];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) draw.nextGaussian();
        }
        return new Images(pixels, count, rows, columns);
    }
}
