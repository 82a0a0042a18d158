package dev.auricle.learning.habit;

import java.util.List;

/** How somebody draws: what becomes of a region's true outline under this hand. */
public sealed interface Habit {

    /** The region as it is drawn. */
    BinaryMask draw(BinaryMask truth);

    /** Without what is thin. */
    record Opening(StructuringElement element) implements Habit {
        @Override
        public BinaryMask draw(BinaryMask truth) {
            return truth.opened(element);
        }
    }

    /** Across what is hollow. */
    record Closing(StructuringElement element) implements Habit {
        @Override
        public BinaryMask draw(BinaryMask truth) {
            return truth.closed(element);
        }
    }

    /** Inside the edge. */
    record Erosion(StructuringElement element) implements Habit {
        @Override
        public BinaryMask draw(BinaryMask truth) {
            return truth.eroded(element);
        }
    }

    /** Outside the edge. */
    record Dilation(StructuringElement element) implements Habit {
        @Override
        public BinaryMask draw(BinaryMask truth) {
            return truth.dilated(element);
        }
    }

    /** One after the other; of none, everything stays. */
    record Sequence(List<Habit> habits) implements Habit {
        /** Keeps a copy. */
        public Sequence {
            habits = List.copyOf(habits);
        }

        @Override
        public BinaryMask draw(BinaryMask truth) {
            BinaryMask drawn = truth;
            for (Habit habit : habits) {
                drawn = habit.draw(drawn);
            }
            return drawn;
        }
    }

    /** Along the edge. */
    static Habit exact() {
        return new Sequence(List.of());
    }

    /**
     * A label under this hand. Classes are drawn in the order of their numbers, each from the label as it was; what a
     * class loses becomes background, and what it gains it takes from the background only, so that nobody draws over
     * what another class has.
     *
     * @param label [row, column], row-major, 0 is background, else the class number, unsigned; not changed
     */
    default byte[] draw(byte[] label, int rows, int columns) {
        byte[] drawn = new byte[label.length];
        for (int classNumber : Labels.foregroundOf(label)) {
            BinaryMask region = draw(BinaryMask.ofClass(label, classNumber, rows, columns));
            Labels.put(drawn, classNumber, region, label);
        }
        return drawn;
    }
}
