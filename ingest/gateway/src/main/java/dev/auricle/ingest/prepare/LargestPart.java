package dev.auricle.ingest.prepare;

/** The largest connected part of a mask; neighbours share an edge. */
final class LargestPart {
    private final boolean[] left;
    private final int rows;
    private final int columns;
    private final int[] queue;

    private LargestPart(boolean[] mask, int rows, int columns) {
        left = mask.clone();
        this.rows = rows;
        this.columns = columns;
        queue = new int[mask.length];
    }

    /** Pixels from left to right and from top to bottom, both ends included. */
    record Box(int left, int right, int top, int bottom, int pixels) {
        Box with(int row, int column) {
            return new Box(
                    Math.min(left, column),
                    Math.max(right, column),
                    Math.min(top, row),
                    Math.max(bottom, row),
                    pixels + 1);
        }
    }

    /** Of a mask [row, column]; the whole image where the mask is empty. */
    static Box boundingBox(boolean[] mask, int rows, int columns) {
        var search = new LargestPart(mask, rows, columns);
        var largest = new Box(0, columns - 1, 0, rows - 1, 0);
        for (int start = 0; start < mask.length; start++) {
            if (search.left[start]) {
                var part = search.take(start);
                largest = part.pixels() > largest.pixels() ? part : largest;
            }
        }
        return largest;
    }

    private Box take(int start) {
        var box = new Box(columns, -1, rows, -1, 0);
        int end = add(start, 0);
        for (int at = 0; at < end; at++) {
            int row = queue[at] / columns;
            int column = queue[at] % columns;
            box = box.with(row, column);
            end = row > 0 ? add(queue[at] - columns, end) : end;
            end = row + 1 < rows ? add(queue[at] + columns, end) : end;
            end = column > 0 ? add(queue[at] - 1, end) : end;
            end = column + 1 < columns ? add(queue[at] + 1, end) : end;
        }
        return box;
    }

    private int add(int pixel, int end) {
        if (!left[pixel]) {
            return end;
        }
        left[pixel] = false;
        queue[end] = pixel;
        return end + 1;
    }
}
