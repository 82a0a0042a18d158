package dev.auricle.learning.habit;

/** The shape of a {@link StructuringElement}; each is the same upside down and mirrored. */
public enum ElementShape {
    /** Within a circle. */
    DISC {
        @Override
        boolean covers(int row, int column, int radius) {
            return row * row + column * column <= radius * radius;
        }
    },
    /** Up to the radius along either axis. */
    SQUARE {
        @Override
        boolean covers(int row, int column, int radius) {
            return true;
        }
    },
    /** Along both axes only. */
    CROSS {
        @Override
        boolean covers(int row, int column, int radius) {
            return row == 0 || column == 0;
        }
    },
    /** Steps along the axes, as many as the radius. */
    DIAMOND {
        @Override
        boolean covers(int row, int column, int radius) {
            return Math.abs(row) + Math.abs(column) <= radius;
        }
    };

    /** Whether an offset, at most the radius along either axis, belongs to it. */
    abstract boolean covers(int row, int column, int radius);
}
