package dev.auricle.learning.measure;

/**
 * Millimetres from one voxel's centre to the next.
 *
 * @param slice between slices; any positive number for a single slice
 * @param row between rows
 * @param column between columns
 */
public record Spacing(double slice, double row, double column) {

    /** Refuses what is not a distance. */
    public Spacing {
        requireDistance("slice", slice);
        requireDistance("row", row);
        requireDistance("column", column);
    }

    /** One millimetre along every axis. */
    public static Spacing unit() {
        return new Spacing(1, 1, 1);
    }

    private static void requireDistance(String axis, double millimetres) {
        if (!(millimetres > 0 && millimetres < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "the " + axis + " spacing must be above 0 millimetres, not " + millimetres);
        }
    }
}
