package dev.auricle.learning.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ConfusionCountsTest {

    private static final byte[] TRUTH = {0, 0, 1, 1, 1, 2, 2, 0};
    private static final byte[] PREDICTION = {0, 1, 1, 1, 0, 2, 1, 0};

    @Test
    void overlap_is_twice_the_common_part_over_the_sum() {
        // Given
        ConfusionCounts counts = new ConfusionCounts(3);

        // When
        counts.add(TRUTH, PREDICTION);

        // Then
        assertThat(counts.truePositives(1)).isEqualTo(2);
        assertThat(counts.falsePositives(1)).isEqualTo(2);
        assertThat(counts.falseNegatives(1)).isEqualTo(1);
        assertThat(counts.dice(1)).isCloseTo(4.0 / 7, within(1e-15));
        assertThat(counts.dice(2)).isCloseTo(2.0 / 3, within(1e-15));
        assertThat(counts.meanForegroundDice()).isCloseTo((4.0 / 7 + 2.0 / 3) / 2, within(1e-15));
    }

    @Test
    void a_class_that_is_neither_there_nor_predicted_is_perfect() {
        // Given
        ConfusionCounts counts = new ConfusionCounts(4);

        // When
        counts.add(TRUTH, PREDICTION);

        // Then
        assertThat(counts.dice(3)).isEqualTo(1);
    }

    @Test
    void a_class_that_is_only_predicted_is_zero() {
        // Given
        ConfusionCounts counts = new ConfusionCounts(2);

        // When
        counts.add(new byte[] {0, 0}, new byte[] {0, 1});

        // Then
        assertThat(counts.dice(1)).isZero();
    }

    @Test
    void counts_add_up() {
        // Given
        ConfusionCounts sum = new ConfusionCounts(3);
        ConfusionCounts other = new ConfusionCounts(3);
        sum.add(TRUTH, PREDICTION);
        other.add(PREDICTION, TRUTH);

        // When
        sum.add(other);

        // Then
        assertThat(sum.count(1, 0)).isEqualTo(2);
        assertThat(sum.count(0, 1)).isEqualTo(2);
        assertThat(sum.falsePositives(2)).isEqualTo(1);
        assertThat(sum.falseNegatives(2)).isEqualTo(1);
    }

    @Test
    void labels_are_unsigned_and_unknown_ones_refused() {
        // Given
        ConfusionCounts counts = new ConfusionCounts(3);

        // Then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> counts.add(new byte[] {(byte) 200}, new byte[] {0}))
                .withMessageContaining("200");
    }
}
