package dev.auricle.aggregator.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.schemas.shard.FloatBytes;
import java.nio.FloatBuffer;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FedAvgTest {
    @Test
    void is_equation_5_of_the_patent() {
        // Given
        var fold = new FedAvg(1, 90);
        // When
        add(fold, 15, 1);
        add(fold, 15, 2);
        add(fold, 30, 3);
        add(fold, 30, 4);
        // Then
        assertThat(FloatBytes.toArray(fold.result())).containsExactly((float) 2.833333333333333);
    }

    @Test
    void one_site_alone_gets_its_own_bits_back() {
        // Given: seed 1
        var random = new Random(1);
        var weights = new float[1000];
        for (int index = 0; index < weights.length; index++) {
            weights[index] = Float.intBitsToFloat(random.nextInt()) % 1e6f;
            weights[index] = Float.isFinite(weights[index]) ? weights[index] : 0f;
        }
        var fold = new FedAvg(weights.length, 7);
        // When
        fold.add(FloatBuffer.wrap(weights), 7);
        // Then
        assertThat(fold.result()).isEqualTo(FloatBytes.of(weights));
    }

    @Test
    void sums_in_double_precision() {
        // Given
        var fold = new FedAvg(1, 4);
        // When: in single precision 1e8 + 1 is 1e8
        add(fold, 1, 1e8f);
        add(fold, 1, 1f);
        add(fold, 1, 1f);
        add(fold, 1, -1e8f);
        // Then
        assertThat(FloatBytes.toArray(fold.result())).containsExactly(0.5f);
    }

    @Test
    void a_contribution_of_another_length_is_refused() {
        assertThatThrownBy(() -> add(new FedAvg(1, 1), 1, 1f, 2f))
                .isInstanceOf(UnableToMerge.class)
                .hasMessage("a contribution has 2 floats, the shard 1");
    }

    private static void add(FedAvg fold, long samples, float... weights) {
        fold.add(FloatBuffer.wrap(weights), samples);
    }
}
