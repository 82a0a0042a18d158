package dev.auricle.trainer.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SplitTest {
    private static final Traits NOTHING = new Traits(1, 1, true, new BitSet());

    @Test
    void a_patient_never_trains_and_measures() {
        // When
        var parts = Split.of(samples("d", "a", "c", "b", "e", "a"), 0.2);
        // Then
        assertThat(parts.validation()).extracting(SampleEntry::offset).containsExactly(4L);
        assertThat(parts.training()).extracting(SampleEntry::offset).containsExactly(0L, 1L, 2L, 3L, 5L);
    }

    @Test
    void a_positive_share_keeps_at_least_one_patient_for_each() {
        assertThat(Split.of(samples("a", "b"), 0.01).validation())
                .extracting(SampleEntry::offset)
                .containsExactly(1L);
        assertThat(Split.of(samples("a", "b"), 0.9).training())
                .extracting(SampleEntry::offset)
                .containsExactly(0L);
    }

    @Test
    void one_patient_alone_or_no_share_only_trains() {
        assertThat(Split.of(samples("a", "a"), 0.5).validation()).isEmpty();
        assertThat(Split.of(samples("a", "b"), 0).validation()).isEmpty();
        assertThat(Split.of(List.of(), 0.5).training()).isEmpty();
    }

    private static List<SampleEntry> samples(String... subjects) {
        return LongStream.range(0, subjects.length)
                .mapToObj(offset -> new SampleEntry(offset, subjects[(int) offset], "series", 1, NOTHING))
                .toList();
    }
}
