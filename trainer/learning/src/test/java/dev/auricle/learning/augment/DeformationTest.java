package dev.auricle.learning.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.auricle.learning.draw.RandomDraw;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DeformationTest {

    @Test
    void a_certain_flip_mirrors_both_axes_exactly() {
        // Given
        Slice slice = new Slice(new float[] {1, 2, 3, 4, 5, 6}, new byte[] {1, 2, 3, 4, 5, 6}, 2, 3);

        // When
        Slice flipped = new Flip(1).vary(slice, RandomDraw.of(1));

        // Then
        assertThat(flipped.image()).containsExactly(6, 5, 4, 3, 2, 1);
        assertThat(flipped.label()).containsExactly(6, 5, 4, 3, 2, 1);
    }

    @Test
    void a_flip_happens_as_often_as_asked() {
        // Given
        Slice slice = new Slice(new float[] {1, 2}, new byte[] {1, 2}, 1, 2);
        Flip flip = new Flip(0.25);

        // When
        long flipped = LongStream.range(0, 4_000)
                .filter(sample -> flip.vary(slice, RandomDraw.of(sample)).label()[0] == 2)
                .count();

        // Then
        assertThat(flipped).isBetween(890L, 1_110L);
    }

    @Test
    void a_quarter_turn_takes_each_pixel_from_its_place() {
        // Given
        Slice slice = new Slice(new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, 3, 3);
        PixelMap map = PixelMap.identity(3, 3);

        // When
        Rotation.turn(map, 90);

        // Then
        Slice turned = map.sample(slice);
        assertThat(turned.label()).containsExactly(7, 4, 1, 8, 5, 2, 9, 6, 3);
        assertThat(turned.image()).containsExactly(new float[] {7, 4, 1, 8, 5, 2, 9, 6, 3}, within(1e-5f));
    }

    @Test
    void a_turn_and_back_is_the_identity() {
        // Given
        PixelMap map = PixelMap.identity(30, 50);

        // When
        Rotation.turn(map, 33);
        Rotation.turn(map, -33);

        // Then
        assertThat(map.row()).containsExactly(PixelMap.identity(30, 50).row(), within(1e-9));
        assertThat(map.column()).containsExactly(PixelMap.identity(30, 50).column(), within(1e-9));
    }

    @Test
    void an_untouched_map_gives_the_slice_back_bit_for_bit() {
        // Given
        RandomDraw draw = RandomDraw.of(3);
        float[] image = new float[7 * 9];
        for (int i = 0; i < image.length; i++) {
            image[i] = (float) draw.nextGaussian();
        }

        // When
        Slice same = PixelMap.identity(7, 9).sample(new Slice(image, new byte[7 * 9], 7, 9));

        // Then
        assertThat(same.image()).isEqualTo(image);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void an_elastic_deformation_moves_by_its_amplitude_at_most_and_never_folds(long seed) {
        // Given
        PixelMap map = PixelMap.identity(70, 90);
        double amplitude = AugmentationSettings.MOST_ELASTIC_PIXELS;

        // When
        new ElasticDeformation(amplitude).deform(map, RandomDraw.of(seed));

        // Then
        double furthest = 0;
        for (int row = 0; row < 69; row++) {
            for (int column = 0; column < 89; column++) {
                int pixel = row * 90 + column;
                furthest = Math.max(furthest, Math.abs(map.row()[pixel] - row));
                assertThat(area(map, pixel, 90))
                        .as("row %d column %d", row, column)
                        .isPositive();
            }
        }
        assertThat(furthest).isLessThanOrEqualTo(amplitude).isGreaterThan(amplitude / 4);
    }

    /** The signed area that a pixel's square is mapped to. */
    private static double area(PixelMap map, int pixel, int columns) {
        double downRow = map.row()[pixel + columns] - map.row()[pixel];
        double downColumn = map.column()[pixel + columns] - map.column()[pixel];
        double acrossRow = map.row()[pixel + 1] - map.row()[pixel];
        double acrossColumn = map.column()[pixel + 1] - map.column()[pixel];
        return downRow * acrossColumn - downColumn * acrossRow;
    }
}
