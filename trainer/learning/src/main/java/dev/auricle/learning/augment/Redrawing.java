package dev.auricle.learning.augment;

import dev.auricle.learning.draw.RandomDraw;
import dev.auricle.learning.habit.Habit;
import dev.auricle.learning.habit.HabitSettings;

/** Draws the label as another hand would have; the image stays. */
final class Redrawing implements Augmentation {

    private final HabitSettings habits;

    Redrawing(HabitSettings habits) {
        this.habits = habits;
    }

    @Override
    public Slice vary(Slice slice, RandomDraw draw) {
        Habit habit = habits.draw(draw);
        if (habit.equals(Habit.exact())) {
            return slice;
        }
        byte[] label = habit.draw(slice.label(), slice.rows(), slice.columns());
        return new Slice(slice.image(), label, slice.rows(), slice.columns());
    }
}
