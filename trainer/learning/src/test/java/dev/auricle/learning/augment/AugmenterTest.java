package dev.auricle.learning.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.auricle.learning.habit.HabitSettings;
import dev.auricle.learning.habit.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AugmenterTest {

    private static final AugmentationSettings ALL = new AugmentationSettings(20, 0.5, 4, 0.1);

    @Test
    void zero_parameters_are_the_identity() {
        // Given
        Slice slice = ring(40, 56);

        // When
        Slice varied = new Augmenter(AugmentationSettings.none(), 1).vary(slice, 3, 4);

        // Then: not even copied.
        assertThat(varied).isSameAs(slice);
    }

    @Test
    void the_same_key_gives_the_same_bytes() {
        // Given
        Slice slice = ring(40, 56);

        // When
        Slice first = new Augmenter(ALL, 1).vary(slice, 3, 4);

        // Then
        Slice second = new Augmenter(ALL, 1).vary(slice, 3, 4);
        assertThat(first.image()).isEqualTo(second.image());
        assertThat(first.label()).isEqualTo(second.label());
    }

    @ParameterizedTest
    @CsvSource({"2, 3, 4", "1, 2, 4", "1, 3, 5"})
    void seed_epoch_and_sample_each_matter(long seed, int epoch, long sample) {
        // Given
        Slice slice = ring(40, 56);

        // When
        Slice other = new Augmenter(ALL, seed).vary(slice, epoch, sample);

        // Then
        assertThat(other.image())
                .isNotEqualTo(new Augmenter(ALL, 1).vary(slice, 3, 4).image());
    }

    @Test
    void order_and_threads_do_not_matter() {
        // Given
        Slice slice = ring(40, 56);
        Augmenter augmenter = new Augmenter(ALL, 1);

        // When
        List<float[]> inParallel = IntStream.range(0, 64)
                .parallel()
                .mapToObj(sample -> augmenter.vary(slice, 0, sample).image())
                .toList();

        // Then
        for (int sample = 63; sample >= 0; sample--) {
            assertThat(inParallel.get(sample))
                    .isEqualTo(augmenter.vary(slice, 0, sample).image());
        }
    }

    @Test
    void the_given_slice_is_not_changed() {
        // Given
        Slice slice = ring(40, 56);

        // When
        new Augmenter(ALL, 1).vary(slice, 3, 4);

        // Then
        assertThat(slice.image()).isEqualTo(ring(40, 56).image());
        assertThat(slice.label()).isEqualTo(ring(40, 56).label());
    }

    @Test
    void label_and_image_move_together() {
        // Given: an image that is its own label.
        Slice slice = ring(64, 64);
        Augmenter augmenter = new Augmenter(new AugmentationSettings(180, 0.5, 5, 0), 2);

        for (int sample = 0; sample < 20; sample++) {
            // When
            Slice varied = augmenter.vary(slice, 0, sample);

            // Then: they may differ only where the border runs between two pixels.
            int apart = 0;
            for (int pixel = 0; pixel < varied.pixels(); pixel++) {
                boolean bright = varied.image()[pixel] > 0.5;
                apart += bright == (varied.label()[pixel] == 1) ? 0 : 1;
            }
            assertThat(apart).as("sample %d", sample).isLessThan(40);
            assertThat(varied.label()).isNotEqualTo(slice.label());
        }
    }

    @Test
    void a_label_has_no_class_that_was_not_there() {
        // Given: classes 0 and 200, whose mean would be another class.
        Slice slice = ring(64, 64);
        for (int pixel = 0; pixel < slice.pixels(); pixel++) {
            slice.label()[pixel] *= (byte) 200;
        }

        // When
        Slice varied = new Augmenter(ALL, 2).vary(slice, 0, 0);

        // Then
        assertThat(varied.label()).containsOnly(0, (byte) 200);
    }

    @Test
    void noise_leaves_the_label_and_the_geometry_alone() {
        // Given
        Slice slice = ring(40, 56);
        Slice quiet = new Augmenter(new AugmentationSettings(20, 0.5, 4, 0), 1).vary(slice, 3, 4);

        // When
        Slice noisy = new Augmenter(ALL, 1).vary(slice, 3, 4);

        // Then
        assertThat(noisy.label()).isEqualTo(quiet.label());
        double square = 0;
        for (int pixel = 0; pixel < slice.pixels(); pixel++) {
            double added = noisy.image()[pixel] - quiet.image()[pixel];
            square += added * added;
        }
        assertThat(Math.sqrt(square / slice.pixels())).isCloseTo(0.1, within(0.005));
    }

    @Test
    void every_channel_moves_alike() {
        // Given: two channels, the second twice the first.
        Slice one = ring(40, 56);
        float[] both = new float[2 * one.pixels()];
        for (int pixel = 0; pixel < one.pixels(); pixel++) {
            both[pixel] = one.image()[pixel];
            both[one.pixels() + pixel] = 2 * one.image()[pixel];
        }
        Augmenter augmenter = new Augmenter(new AugmentationSettings(20, 1, 4, 0), 1);

        // When
        float[] varied =
                augmenter.vary(new Slice(both, one.label(), 40, 56), 3, 4).image();

        // Then
        for (int pixel = 0; pixel < one.pixels(); pixel++) {
            assertThat(varied[one.pixels() + pixel]).isEqualTo(2 * varied[pixel]);
        }
    }

    @ParameterizedTest
    @CsvSource({"-1, 0, 0, 0, rotation", "0, 1.1, 0, 0, flip", "0, 0, 9.7, 0, elastic", "0, 0, 0, NaN, noise"})
    void settings_out_of_range_are_named(double rotation, double flip, double elastic, double noise, String name) {
        // Then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AugmentationSettings(rotation, flip, elastic, noise))
                .withMessageContaining(name);
    }

    @Test
    void arrays_that_do_not_fit_their_size_are_refused() {
        // Then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Slice(new float[7], new byte[6], 2, 3))
                .withMessageContaining("7");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Slice(new float[6], new byte[5], 2, 3))
                .withMessageContaining("5");
    }

    @Test
    void a_label_is_redrawn_by_another_hand_and_the_image_stays() {
        // Given
        byte[] label = new byte[64];
        Arrays.fill(label, 18, 46, (byte) 1);
        Slice slice = new Slice(new float[64], label, 8, 8);
        HabitSettings outside = new HabitSettings(1, List.of(Operation.DILATION), 1, 1, 1);

        // When
        Slice varied = new Augmenter(new AugmentationSettings(0, 0, 0, 0, outside), 1).vary(slice, 0, 1);

        // Then
        assertThat(varied.image()).isSameAs(slice.image());
        assertThat(varied.label()).isNotEqualTo(label).contains((byte) 1);
        assertThat(IntStream.range(0, 64).allMatch(i -> varied.label()[i] >= label[i]))
                .isTrue();
    }

    /** A ring off the centre, label 1, image 1; no symmetry. */
    private static Slice ring(int rows, int columns) {
        float[] image = new float[rows * columns];
        byte[] label = new byte[rows * columns];
        for (int pixel = 0; pixel < label.length; pixel++) {
            double y = Math.floorDiv(pixel, columns) - 0.4 * rows;
            double x = pixel % columns - 0.55 * columns;
            double distance = Math.sqrt(y * y + x * x);
            label[pixel] = (byte) (distance > rows * 0.15 && distance < rows * 0.3 && x > -0.1 * rows ? 1 : 0);
            image[pixel] = label[pixel];
        }
        return new Slice(image, label, rows, columns);
    }
}
