package dev.auricle.learning.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RandomDrawTest {

    private static final int MANY = 100_000;

    @Test
    void the_numbers_are_part_of_the_contract() {
        // Given
        RandomDraw draw = RandomDraw.of(42, 7);

        // When
        String numbers = "%016x %016x %s %s"
                .formatted(draw.nextLong(), draw.nextLong(), Double.toHexString(draw.nextGaussian()), draw.nextInt(10));

        // Then
        assertThat(numbers).isEqualTo("61b1d1a5f65dc3d1 cc46ed85c3e15b93 0x1.ec01aa562178p-3 1");
        assertThat(RandomDraw.key("encoder.0.first.weight")).isEqualTo(0x87264e923a5daf61L);
    }

    @Test
    void a_name_is_hashed_by_fnv_1a() {
        // When
        long key = RandomDraw.key("foobar");

        // Then: the published vector of the hash.
        assertThat(key).isEqualTo(0x85944171f73967e8L);
    }

    @Test
    void keys_that_differ_in_order_or_length_give_other_streams() {
        // When
        LongStream first = LongStream.of(
                RandomDraw.of(1, 2).nextLong(),
                RandomDraw.of(2, 1).nextLong(),
                RandomDraw.of(1, 2, 0).nextLong(),
                RandomDraw.of(0, 1, 2).nextLong(),
                RandomDraw.of().nextLong());

        // Then
        assertThat(first.toArray()).doesNotHaveDuplicates();
    }

    @Test
    void normal_numbers_have_mean_0_and_deviation_1_and_tails() {
        // Given
        RandomDraw draw = RandomDraw.of(3);

        // When
        double[] numbers = DoubleStream.generate(draw::nextGaussian).limit(MANY).toArray();

        // Then
        assertThat(DoubleStream.of(numbers).average().orElseThrow()).isCloseTo(0, within(0.015));
        assertThat(DoubleStream.of(numbers).map(x -> x * x).average().orElseThrow())
                .isCloseTo(1, within(0.02));
        assertThat(DoubleStream.of(numbers).filter(x -> Math.abs(x) > 1.959964).count())
                .isBetween(4_700L, 5_300L);
    }

    @Test
    void unit_numbers_fill_the_interval_and_never_reach_1() {
        // Given
        RandomDraw draw = RandomDraw.of(4);

        // When
        double[] numbers = DoubleStream.generate(draw::nextUnit).limit(MANY).toArray();

        // Then
        assertThat(DoubleStream.of(numbers).min().orElseThrow()).isBetween(0.0, 0.001);
        assertThat(DoubleStream.of(numbers).max().orElseThrow()).isBetween(0.999, Math.nextDown(1.0));
    }

    @Test
    void an_order_has_every_number_once() {
        // When
        int[] order = RandomDraw.of(5).nextOrder(1_000);

        // Then
        assertThat(order)
                .doesNotHaveDuplicates()
                .hasSize(1_000)
                .isNotEqualTo(IntStream.range(0, 1_000).toArray());
        assertThat(Arrays.stream(order).sum()).isEqualTo(499_500);
    }

    @Test
    void a_bound_below_1_is_refused() {
        // Given
        RandomDraw draw = RandomDraw.of(6);

        // Then
        assertThatIllegalArgumentException().isThrownBy(() -> draw.nextInt(0)).withMessageContaining("not 0");
    }
}
