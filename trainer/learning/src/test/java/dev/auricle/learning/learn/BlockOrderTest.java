package dev.auricle.learning.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BlockOrderTest {

    private static final Pass SHUFFLED = new Pass.Shuffled(1, 0);

    @Test
    void a_shuffled_pass_has_every_sample_once() {
        // When
        List<String> ids = ids(SHUFFLED, 23, 5);

        // Then
        assertThat(ids).containsExactlyInAnyOrderElementsOf(ids(new Pass.InOrder(), 23, 5));
        assertThat(ids).isNotEqualTo(ids(new Pass.InOrder(), 23, 5));
    }

    @Test
    void a_pass_in_order_is_as_recorded() {
        // When
        List<String> ids = ids(new Pass.InOrder(), 4, 3);

        // Then
        assertThat(ids).containsExactly("ellipse-0", "ellipse-1", "ellipse-2", "ellipse-3");
    }

    @Test
    void the_same_pass_again_is_the_same_order() {
        // When
        List<String> ids = ids(SHUFFLED, 23, 5);

        // Then
        assertThat(ids).isEqualTo(ids(SHUFFLED, 23, 5));
    }

    @Test
    void another_epoch_and_another_seed_are_other_orders() {
        // When
        List<String> ids = ids(SHUFFLED, 23, 5);

        // Then
        assertThat(ids).isNotEqualTo(ids(new Pass.Shuffled(1, 1), 23, 5));
        assertThat(ids).isNotEqualTo(ids(new Pass.Shuffled(2, 0), 23, 5));
    }

    @Test
    void samples_of_a_block_stay_together() {
        // When
        List<String> ids = ids(SHUFFLED, 12, 4);

        // Then: each run of four is one block.
        for (int first = 0; first < 12; first += 4) {
            List<Integer> blocks = ids.subList(first, first + 4).stream()
                    .map(id -> Integer.parseInt(id.substring("ellipse-".length())) / 4)
                    .distinct()
                    .toList();
            assertThat(blocks).hasSize(1);
        }
    }

    private static List<String> ids(Pass pass, int count, int blockLength) {
        SampleList list = new SampleList(new Ellipses(4, 1).samples(0, count), blockLength);
        List<String> ids = new ArrayList<>();
        try (SampleStream samples = list.open(pass)) {
            for (Optional<Sample> next = samples.next(); next.isPresent(); next = samples.next()) {
                ids.add(next.get().id());
            }
        }
        return ids;
    }
}
