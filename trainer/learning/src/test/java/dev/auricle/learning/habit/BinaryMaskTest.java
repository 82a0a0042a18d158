package dev.auricle.learning.habit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.learning.draw.RandomDraw;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BinaryMaskTest {
    private static final int ROWS = 23;
    private static final int COLUMNS = 31;

    record Case(int seed, StructuringElement element) {
        BinaryMask mask() {
            var draw = RandomDraw.of(seed);
            boolean[] pixels = new boolean[ROWS * COLUMNS];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = draw.nextUnit() < 0.6;
            }
            // Blobs rather than dust, so that an opening leaves something.
            return BinaryMask.of(pixels, ROWS, COLUMNS).closed(StructuringElement.disc(1));
        }
    }

    static Stream<Case> cases() {
        return IntStream.rangeClosed(1, 5)
                .boxed()
                .flatMap(seed -> Stream.of(ElementShape.values())
                        .flatMap(shape -> IntStream.rangeClosed(1, 3)
                                .mapToObj(radius -> new Case(seed, new StructuringElement(shape, radius)))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void opening_and_closing_again_change_nothing(Case one) {
        // When
        var opened = one.mask().opened(one.element());
        var closed = one.mask().closed(one.element());
        // Then
        assertThat(opened.opened(one.element())).isEqualTo(opened);
        assertThat(closed.closed(one.element())).isEqualTo(closed);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void an_erosion_is_within_the_opening_that_within_the_mask_that_within_the_closing_that_within_the_dilation(
            Case one) {
        // Given
        var mask = one.mask();
        var element = one.element();
        // Then
        assertWithin(mask.eroded(element), mask.opened(element));
        assertWithin(mask.opened(element), mask);
        assertWithin(mask, mask.closed(element));
        assertWithin(mask.closed(element), mask.dilated(element));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void an_erosion_is_the_complement_of_the_complements_dilation(Case one) {
        // Given
        var mask = one.mask();
        boolean[] eroded = new boolean[ROWS * COLUMNS];
        for (int place = 0; place < eroded.length; place++) {
            eroded[place] = allNeighboursIn(mask, place, one.element());
        }
        // Then
        assertThat(mask.eroded(one.element())).isEqualTo(BinaryMask.of(eroded, ROWS, COLUMNS));
        assertThat(mask.eroded(one.element()))
                .isEqualTo(mask.complement().dilated(one.element()).complement());
    }

    @Test
    void a_disc_of_two_pixels_takes_away_a_line_and_fills_a_hole() {
        // Given
        boolean[] pixels = new boolean[ROWS * COLUMNS];
        for (int row = 5; row < 18; row++) {
            for (int column = 5; column < 18; column++) {
                pixels[row * COLUMNS + column] = row != 11 || column != 11;
            }
        }
        for (int column = 18; column < 28; column++) {
            pixels[11 * COLUMNS + column] = true;
        }
        var mask = BinaryMask.of(pixels, ROWS, COLUMNS);
        // When
        var opened = mask.opened(StructuringElement.disc(2));
        var closed = mask.closed(StructuringElement.disc(2));
        // Then
        assertThat(opened.contains(11 * COLUMNS + 24)).isFalse();
        assertThat(closed.contains(11 * COLUMNS + 24)).isTrue();
        assertThat(closed.contains(11 * COLUMNS + 11)).isTrue();
    }

    @Test
    void a_mask_of_another_size_is_refused() {
        assertThatThrownBy(() -> BinaryMask.of(new boolean[5], 2, 3)).hasMessageContaining("2 x 3");
    }

    private static void assertWithin(BinaryMask inner, BinaryMask outer) {
        for (int place = 0; place < ROWS * COLUMNS; place++) {
            assertThat(!inner.contains(place) || outer.contains(place))
                    .as("pixel %d", place)
                    .isTrue();
        }
    }

    private static boolean allNeighboursIn(BinaryMask mask, int place, StructuringElement element) {
        for (int down = -element.radius(); down <= element.radius(); down++) {
            for (int right = -element.radius(); right <= element.radius(); right++) {
                int row = place / COLUMNS + down;
                int column = place % COLUMNS + right;
                boolean isInside = row >= 0 && row < ROWS && column >= 0 && column < COLUMNS;
                if (isInside && element.covers(down, right) && !mask.contains(row * COLUMNS + column)) {
                    return false;
                }
            }
        }
        return true;
    }
}
