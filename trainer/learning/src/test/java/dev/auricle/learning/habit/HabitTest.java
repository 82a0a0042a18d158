package dev.auricle.learning.habit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.learning.draw.RandomDraw;
import dev.auricle.learning.habit.Habit.Dilation;
import dev.auricle.learning.habit.Habit.Erosion;
import dev.auricle.learning.habit.Habit.Opening;
import dev.auricle.learning.habit.Habit.Sequence;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HabitTest {
    private static final StructuringElement DISC = StructuringElement.disc(1);
    /** Two classes side by side in one row. */
    private static final byte[] LABEL = {0, 0, 1, 1, 2, 2, 0, 0};

    @Test
    void who_draws_outside_the_edge_takes_from_the_background_only() {
        // When
        var drawn = new Dilation(DISC).draw(LABEL, 1, LABEL.length);
        // Then
        assertThat(drawn).containsExactly(0, 1, 1, 1, 2, 2, 2, 0);
    }

    @Test
    void what_is_lost_becomes_background() {
        // When
        var drawn = new Erosion(DISC).draw(new byte[] {0, 1, 1, 1, 2, 2, 2, 0}, 1, 8);
        // Then
        assertThat(drawn).containsExactly(0, 0, 1, 0, 0, 2, 0, 0);
    }

    @Test
    void classes_above_127_are_classes_too() {
        // When
        var drawn = new Dilation(DISC).draw(new byte[] {0, (byte) 200, 0}, 1, 3);
        // Then
        assertThat(drawn).containsOnly((byte) 200);
    }

    @Test
    void one_habit_follows_the_other() {
        // Given
        var label = new byte[] {0, 1, 1, 1, 1, 1, 0, 0, 1, 0};
        // When
        var drawn = new Sequence(List.of(new Opening(DISC), new Erosion(DISC))).draw(label, 1, label.length);
        // Then
        assertThat(drawn).containsExactly(0, 0, 1, 1, 1, 0, 0, 0, 0, 0);
    }

    @Test
    void who_draws_exactly_changes_nothing() {
        assertThat(Habit.exact().draw(LABEL, 2, 4)).containsExactly(LABEL);
    }

    @Test
    void a_stream_decides_a_habit_and_all_kinds_come_up() {
        // Given
        var settings = new HabitSettings(0.8, List.of(Operation.values()), 2, 1, 3);
        Set<Habit> drawn = new HashSet<>();
        // When
        for (int i = 0; i < 5000; i++) {
            var habit = settings.draw(RandomDraw.of(1, i));
            assertThat(settings.draw(RandomDraw.of(1, i))).isEqualTo(habit);
            drawn.add(habit);
        }
        // Then: none; one of 4 · 4 · 3; two different ones, in either order.
        assertThat(drawn).contains(Habit.exact());
        assertThat(drawn.stream().filter(habit -> count(habit) == 1)).hasSize(48);
        assertThat(drawn.stream().filter(habit -> count(habit) == 2)).hasSizeGreaterThan(1000);
    }

    @Test
    void habits_that_are_none_are_refused() {
        var all = List.of(Operation.values());
        assertThatThrownBy(() -> new HabitSettings(1.1, all, 1, 1, 1)).hasMessageContaining("1.1");
        assertThatThrownBy(() -> new HabitSettings(1, all, 5, 1, 1)).hasMessageContaining("5");
        assertThatThrownBy(() -> new HabitSettings(1, all, 1, 2, 1)).hasMessageContaining("2 to 1");
        assertThatThrownBy(() -> new HabitSettings(1, all, 1, 1, 33)).hasMessageContaining("33");
    }

    private static int count(Habit habit) {
        return ((Sequence) habit).habits().size();
    }
}
