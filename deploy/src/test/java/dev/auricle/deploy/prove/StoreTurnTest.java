package dev.auricle.deploy.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.deploy.prove.StoreTurn.Setting;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StoreTurnTest {
    private static final Setting ONE = new Setting(1, true);
    private static final Setting EIGHT = new Setting(8, true);

    @Test
    void a_ratio_is_the_median_of_the_ratios_within_each_round_and_setting() {
        // Given: a machine that was twice as slow for both in the second round
        var turns = List.of(
                turn("ours", 1, ONE, 1.0),
                turn("theirs", 1, ONE, 0.5),
                turn("ours", 2, ONE, 2.0),
                turn("theirs", 2, ONE, 1.2),
                turn("ours", 3, ONE, 1.0),
                turn("theirs", 3, ONE, 0.9),
                turn("ours", 1, EIGHT, 1.0),
                turn("theirs", 1, EIGHT, 7.0));
        // When
        double ratio = StoreTurn.ratio(turns, ONE, "ours", "theirs");
        // Then
        assertThat(ratio).isEqualTo(0.6);
    }

    @Test
    void what_was_not_measured_has_no_ratio_and_passes_no_gate() {
        // When
        double ratio = StoreTurn.ratio(List.of(turn("ours", 1, ONE, 1.0)), ONE, "ours", "theirs");
        // Then
        assertThat(ratio).isNaN();
        assertThat(BenchReport.Gate.atLeast("ours / theirs", ratio, 0.5).pass()).isFalse();
    }

    private static StoreTurn turn(String receiver, int round, Setting setting, double seconds) {
        return new StoreTurn(receiver, round, setting, 300, 1, seconds, 300 / seconds, 0);
    }
}
