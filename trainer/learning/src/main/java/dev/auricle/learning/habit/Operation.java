package dev.auricle.learning.habit;

/** What a habit of drawing does. */
public enum Operation {
    /** See {@link Habit.Opening}. */
    OPENING {
        @Override
        public Habit with(StructuringElement element) {
            return new Habit.Opening(element);
        }
    },
    /** See {@link Habit.Closing}. */
    CLOSING {
        @Override
        public Habit with(StructuringElement element) {
            return new Habit.Closing(element);
        }
    },
    /** See {@link Habit.Erosion}. */
    EROSION {
        @Override
        public Habit with(StructuringElement element) {
            return new Habit.Erosion(element);
        }
    },
    /** See {@link Habit.Dilation}. */
    DILATION {
        @Override
        public Habit with(StructuringElement element) {
            return new Habit.Dilation(element);
        }
    };

    /** The habit of doing this with that element. */
    public abstract Habit with(StructuringElement element);
}
