package dev.auricle.learning.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ModelStateTest {

    private static final TensorShape MATRIX = TensorShape.of("a.weight", 2, 3);
    private static final TensorShape VECTOR = TensorShape.of("a.bias", 2);
    private static final Layout LAYOUT = new Layout(List.of(MATRIX, VECTOR));

    @Test
    void tensors_lie_end_to_end_in_the_vector() {
        // When
        ModelState state = ModelState.of(
                List.of(new Tensor(MATRIX, new float[] {1, 2, 3, 4, 5, 6}), new Tensor(VECTOR, new float[] {7, 8})));

        // Then
        float[] vector = new float[8];
        state.vector().get(vector);
        assertThat(vector).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(state.layout()).isEqualTo(LAYOUT);
    }

    @Test
    void a_vector_comes_apart_into_the_same_tensors() {
        // Given
        ModelState state = ModelState.of(LAYOUT, new float[] {1, 2, 3, 4, 5, 6, 7, 8});

        // When
        ModelState again = ModelState.of(state.tensors());

        // Then
        assertThat(again).isEqualTo(state).hasSameHashCodeAs(state);
        assertThat(state.tensor("a.bias").values()).containsExactly(7, 8);
    }

    @Test
    void equality_is_of_bits() {
        // Given
        ModelState zero = ModelState.of(LAYOUT, new float[8]);

        // When
        ModelState negativeZero = ModelState.of(LAYOUT, new float[] {0, 0, 0, 0, 0, 0, 0, -0f});

        // Then
        assertThat(negativeZero).isNotEqualTo(zero);
        assertThat(negativeZero.sha256()).isNotEqualTo(zero.sha256());
    }

    @Test
    void the_hash_is_of_names_shapes_and_little_endian_floats() {
        // When
        String hash =
                ModelState.of(LAYOUT, new float[] {1, 2, 3, 4, 5, 6, 7, 8}).sha256();

        // Then: printf 'a.weight 2x3\na.bias 2\n' and eight floats, piped into sha256sum.
        assertThat(hash).isEqualTo("001c4992238d52259e0f2f2f1f946996adaf4a5e624ca1e9822ddd60e11a5593");
    }

    @Test
    void one_nan_makes_a_model_not_finite() {
        // When
        ModelState state = ModelState.of(LAYOUT, new float[] {1, 2, 3, Float.NaN, 5, 6, 7, 8});

        // Then
        assertThat(state.isFinite()).isFalse();
    }

    @Test
    void a_vector_of_another_length_does_not_fit() {
        // Then
        assertThatExceptionOfType(UnableToFitState.class)
                .isThrownBy(() -> ModelState.of(LAYOUT, new float[7]))
                .withMessageContaining("8 parameters")
                .withMessageContaining("7");
    }

    @Test
    void another_layout_is_refused_by_its_first_difference() {
        // Given
        Layout other = new Layout(List.of(MATRIX, TensorShape.of("a.bias", 3)));

        // Then
        assertThatExceptionOfType(UnableToFitState.class)
                .isThrownBy(() -> LAYOUT.requireSame(other))
                .withMessage("tensor 1 must be a.bias 2 but is a.bias 3");
    }

    @Test
    void a_shorter_layout_is_refused() {
        // Given
        Layout other = new Layout(List.of(MATRIX));

        // Then
        assertThatExceptionOfType(UnableToFitState.class)
                .isThrownBy(() -> LAYOUT.requireSame(other))
                .withMessage("2 tensors are needed, not 1");
    }

    @Test
    void two_tensors_of_one_name_are_refused() {
        // Then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Layout(List.of(VECTOR, VECTOR)))
                .withMessageContaining("a.bias");
    }

    @Test
    void a_name_with_a_blank_is_refused() {
        // Then
        assertThatIllegalArgumentException().isThrownBy(() -> TensorShape.of("a b", 1));
    }

    @Test
    void a_tensor_that_is_not_there_is_named() {
        // Then
        assertThatExceptionOfType(NoSuchTensor.class)
                .isThrownBy(() -> LAYOUT.offsetOf("b.weight"))
                .withMessageContaining("b.weight");
    }
}
