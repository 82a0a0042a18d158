package dev.auricle.learning.augment;

/**
 * For each pixel of a slice to make, the place in the given slice it comes from, in pixels: (0, 0) is the centre of the
 * first pixel. Row and column, each [row, column] row-major.
 */
final class PixelMap {

    private final int rows;
    private final int columns;
    private final double[] row;
    private final double[] column;

    private PixelMap(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        this.row = new double[rows * columns];
        this.column = new double[rows * columns];
    }

    /** Every pixel comes from its own place. */
    static PixelMap identity(int rows, int columns) {
        PixelMap map = new PixelMap(rows, columns);
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                map.row[y * columns + x] = y;
                map.column[y * columns + x] = x;
            }
        }
        return map;
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    /** The sources' rows, to be changed in place. */
    double[] row() {
        return row;
    }

    /** The sources' columns, to be changed in place. */
    double[] column() {
        return column;
    }

    /** The slice seen through this map; outside, the nearest pixel of the border goes on. */
    Slice sample(Slice slice) {
        float[] image = new float[slice.image().length];
        byte[] label = new byte[slice.pixels()];
        for (int pixel = 0; pixel < label.length; pixel++) {
            double y = Math.max(0, Math.min(rows - 1, row[pixel]));
            double x = Math.max(0, Math.min(columns - 1, column[pixel]));
            int nearestRow = (int) (y + 0.5);
            int nearestColumn = (int) (x + 0.5);
            label[pixel] = slice.label()[nearestRow * columns + nearestColumn];
            for (int plane = 0; plane < image.length; plane += label.length) {
                image[plane + pixel] = bilinear(slice.image(), plane, y, x);
            }
        }
        return new Slice(image, label, rows, columns);
    }

    /** Between the four pixels around (y, x), which lies inside. */
    private float bilinear(float[] image, int plane, double y, double x) {
        int top = (int) y;
        int left = (int) x;
        int bottom = Math.min(top + 1, rows - 1);
        int right = Math.min(left + 1, columns - 1);
        double down = y - top;
        double across = x - left;
        double above = between(image[plane + top * columns + left], image[plane + top * columns + right], across);
        double below = between(image[plane + bottom * columns + left], image[plane + bottom * columns + right], across);
        return (float) between(above, below, down);
    }

    private static double between(double a, double b, double share) {
        return a + (b - a) * share;
    }
}
