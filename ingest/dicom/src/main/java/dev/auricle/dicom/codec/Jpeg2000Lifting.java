package dev.auricle.dicom.codec;

/**
 * Goes through the rows and then the columns of a resolution. A line's halves are interleaved, coarse samples at even
 * places of the grid; then each sample is lifted by its two neighbours. Beyond an end lies the mirrored neighbour, which
 * stays true from step to step (T.800, F.3).
 */
final class Jpeg2000Lifting {
    private Jpeg2000Lifting() {}

    /** A line of samples. */
    interface Line {
        /**
         * Joins the halves of a line.
         *
         * @param from where it begins, and {@code step} from one sample to the next
         * @param odd 1 where the first sample's place is odd, else 0
         */
        void join(int from, int step, int length, int odd);
    }

    static void join(Rectangle resolution, int stride, Line line) {
        for (int row = 0; row < resolution.height(); row++) {
            line.join(row * stride, 1, resolution.width(), resolution.left() & 1);
        }
        for (int column = 0; column < resolution.width(); column++) {
            line.join(column, stride, resolution.height(), resolution.top() & 1);
        }
    }

    /** How many samples of a line are coarse. */
    static int coarse(int length, int odd) {
        return (length + 1 - odd) / 2;
    }

    /** The place of the neighbour before a sample. */
    static int before(int i) {
        return i > 0 ? i - 1 : 1;
    }

    /** The place of the neighbour behind a sample. */
    static int behind(int i, int length) {
        return i + 1 < length ? i + 1 : i - 1;
    }
}
