package dev.auricle.dicom.codec;

import java.util.Arrays;

/**
 * Reads one scan row by row (T.87, annex A). A sample is expected from its neighbours, corrected by what was wrong in
 * their context so far; its error is in a Golomb code fitted to that context. Where neighbours are alike, the length of
 * the run is coded instead.
 *
 * <p>Rows have a margin of one sample on either side, so that every sample has neighbours: to the left the first sample
 * of the row above, to the right the last one above once more.
 */
final class JpegLsScan {
    /** Bits in the length of a run that is not whole (T.87, A.2.1). */
    private static final int[] RUN_BITS = {
        0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 13, 14, 15
    };

    private static final int REGIONS = 9;
    private static final int CONTEXTS = 1 + REGIONS * REGIONS * REGIONS / 2;

    private final JpegLsCoding coding;
    private final JpegLsBits bits;
    private final int columns;
    private final JpegLsContext[] contexts = new JpegLsContext[CONTEXTS];
    private final JpegLsRunContext unlike;
    private final JpegLsRunContext alike;
    private final int[] runs;
    private int[][] above;
    private int[][] rows;

    JpegLsScan(JpegLsCoding coding, JpegLsBits bits, int columns, int components) {
        this.coding = coding;
        this.bits = bits;
        this.columns = columns;
        for (int i = 0; i < contexts.length; i++) {
            contexts[i] = new JpegLsContext(coding);
        }
        unlike = new JpegLsRunContext(coding, false);
        alike = new JpegLsRunContext(coding, true);
        runs = new int[components];
        above = new int[components][columns + 2];
        rows = new int[components][columns + 2];
    }

    int position() {
        return bits.position();
    }

    /** Puts the row that was read last into cells of the image. */
    void put(Cells cells, int first, int step) {
        for (int i = 0; i < rows.length; i++) {
            for (int column = 0; column < columns; column++) {
                cells.set(first + i + column * step, rows[i][column + 1]);
            }
        }
    }

    /** A row of each component, one after the other. */
    void readApart() {
        turn();
        for (int component = 0; component < rows.length; component++) {
            int column = 1;
            while (column <= columns) {
                int context = context(component, column);
                if (context == 0) {
                    column = readRun(column, component, component + 1);
                } else {
                    readSample(component, column++, context);
                }
            }
        }
    }

    /** A row of all components, sample by sample. */
    void readTogether() {
        turn();
        int column = 1;
        while (column <= columns) {
            boolean flat = true;
            for (int component = 0; component < rows.length; component++) {
                flat &= context(component, column) == 0;
            }
            if (flat) {
                column = readRun(column, 0, rows.length);
                continue;
            }
            for (int component = 0; component < rows.length; component++) {
                readSample(component, column, context(component, column));
            }
            column++;
        }
    }

    private void turn() {
        var last = rows;
        rows = above;
        above = last;
        for (int component = 0; component < rows.length; component++) {
            above[component][columns + 1] = above[component][columns];
            rows[component][0] = above[component][1];
        }
    }

    /** The context of a sample by its three gradients, negative where they are mirrored; 0: all are flat. */
    private int context(int component, int column) {
        var row = rows[component];
        var up = above[component];
        int left = row[column - 1];
        return REGIONS
                        * (REGIONS * coding.region(up[column + 1] - up[column])
                                + coding.region(up[column] - up[column - 1]))
                + coding.region(up[column - 1] - left);
    }

    private void readSample(int component, int column, int signedContext) {
        var row = rows[component];
        var up = above[component];
        int sign = signedContext < 0 ? -1 : 1;
        var context = contexts[Math.abs(signedContext)];
        int expected = median(row[column - 1], up[column], up[column - 1]) + sign * context.correction();
        int clamped = Math.max(0, Math.min(expected, coding.most()));
        row[column] = coding.sample(clamped, sign * context.readError(bits, coding));
    }

    private static int median(int left, int up, int upLeft) {
        if (upLeft >= Math.max(left, up)) {
            return Math.min(left, up);
        }
        return upLeft <= Math.min(left, up) ? Math.max(left, up) : left + up - upLeft;
    }

    /** Reads a run of some components and the sample that ends it; gives the column behind (T.87, A.7). */
    private int readRun(int from, int firstComponent, int endComponent) {
        int column = from;
        while (bits.bit() == 1) {
            int whole = 1 << RUN_BITS[runs[firstComponent]];
            int length = Math.min(whole, columns + 1 - column);
            fill(column, length, firstComponent, endComponent);
            column += length;
            if (length == whole) {
                runs[firstComponent] = Math.min(runs[firstComponent] + 1, RUN_BITS.length - 1);
            }
            if (column > columns) {
                return column;
            }
        }
        int length = bits.read(RUN_BITS[runs[firstComponent]]);
        if (length > columns - column) {
            throw new UnableToDecode("a run goes past the end of its row");
        }
        fill(column, length, firstComponent, endComponent);
        column += length;
        boolean single = endComponent - firstComponent == 1;
        for (int component = firstComponent; component < endComponent; component++) {
            readEnd(component, column, RUN_BITS[runs[firstComponent]], single);
        }
        runs[firstComponent] = Math.max(0, runs[firstComponent] - 1);
        return column + 1;
    }

    private void fill(int column, int length, int firstComponent, int endComponent) {
        for (int component = firstComponent; component < endComponent; component++) {
            var row = rows[component];
            Arrays.fill(row, column, column + length, row[column - 1]);
        }
    }

    /** The sample that is unlike the run before it. */
    private void readEnd(int component, int column, int runBits, boolean single) {
        int left = rows[component][column - 1];
        int up = above[component][column];
        int limit = coding.limit() - runBits - 1;
        if (single && Math.abs(left - up) <= coding.near()) {
            rows[component][column] = coding.sample(left, alike.readError(bits, coding, limit));
        } else {
            int error = unlike.readError(bits, coding, limit);
            rows[component][column] = coding.sample(up, left > up ? -error : error);
        }
    }
}
