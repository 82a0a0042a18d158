package dev.auricle.learning.centre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.auricle.learning.augment.Slice;
import dev.auricle.learning.learn.Sample;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SyntheticCentresTest {

    @Test
    void centres_are_of_the_sizes_that_the_paper_has() {
        // When
        var centres = SyntheticCentres.draw(1);
        // Then
        assertThat(centres.centres()).extracting(Centre::name).containsExactly("A", "B", "C", "D");
        assertThat(centres.centres().stream().map(centre -> centre.training().size()))
                .containsExactly(30, 30, 60, 60);
        assertThat(centres.centres().stream().map(centre -> centre.test().size()))
                .containsExactly(40, 40, 40, 40);
        assertThat(centres.generic()).hasSize(120);
    }

    @Test
    void a_seed_decides_every_pixel_and_another_seed_another() {
        // When
        var first = all(SyntheticCentres.draw(1));
        var again = all(SyntheticCentres.draw(1));
        var other = all(SyntheticCentres.draw(2));
        // Then
        for (int i = 0; i < first.size(); i++) {
            assertThat(again.get(i).slice().image())
                    .containsExactly(first.get(i).slice().image());
            assertThat(again.get(i).slice().label())
                    .containsExactly(first.get(i).slice().label());
            assertThat(other.get(i).slice().image())
                    .isNotEqualTo(first.get(i).slice().image());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {0, 1, 2})
    void images_are_z_scored_and_labels_neither_empty_nor_everything(long seed) {
        for (Sample sample : all(SyntheticCentres.draw(seed))) {
            Slice slice = sample.slice();
            double mean = IntStream.range(0, slice.pixels())
                    .mapToDouble(i -> slice.image()[i])
                    .average()
                    .orElseThrow();
            double square = IntStream.range(0, slice.pixels())
                    .mapToDouble(i -> (double) slice.image()[i] * slice.image()[i])
                    .average()
                    .orElseThrow();
            assertThat(mean).isCloseTo(0, within(1e-5));
            assertThat(square).isCloseTo(1, within(1e-4));
            assertThat(area(slice)).isBetween(60L, 1600L);
        }
    }

    @Test
    void no_image_is_there_twice() {
        // Given
        var samples = all(SyntheticCentres.draw(3));
        // When
        Set<String> ids = new HashSet<>();
        samples.forEach(sample -> ids.add(sample.id()));
        // Then
        assertThat(ids).hasSameSizeAs(samples);
        assertThat(samples.stream()
                        .map(sample -> List.of(
                                sample.slice().image()[0], sample.slice().image()[1])))
                .doesNotHaveDuplicates();
    }

    @Test
    void c_draws_less_and_d_more_than_those_who_draw_along_the_edge() {
        // Given
        var centres = SyntheticCentres.draw(4);
        // When
        double exact = meanArea(centres.generic());
        // Then
        assertThat(meanArea(centres.centres().get(2).test())).isLessThan(0.85 * exact);
        assertThat(meanArea(centres.centres().get(3).test())).isGreaterThan(1.15 * exact);
    }

    private static List<Sample> all(Centres centres) {
        return Stream.concat(
                        centres.centres().stream()
                                .flatMap(centre -> Stream.concat(centre.training().stream(), centre.test().stream())),
                        centres.generic().stream())
                .toList();
    }

    private static double meanArea(List<Sample> samples) {
        return samples.stream()
                .mapToLong(sample -> area(sample.slice()))
                .average()
                .orElseThrow();
    }

    private static long area(Slice slice) {
        return IntStream.range(0, slice.pixels())
                .filter(i -> slice.label()[i] == 1)
                .count();
    }
}
