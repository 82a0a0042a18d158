package dev.auricle.learning.measure;

/**
 * Size and spacing of a label array [slice, row, column], row-major.
 *
 * @param slices at least 1; 1 for a plain image
 * @param rows at least 1
 * @param columns at least 1
 * @param spacing millimetres between voxels
 */
public record VoxelGrid(int slices, int rows, int columns, Spacing spacing) {

    /** Refuses an empty grid. */
    public VoxelGrid {
        if (slices < 1 || rows < 1 || columns < 1) {
            throw new IllegalArgumentException(
                    "a grid must have voxels, not " + slices + " x " + rows + " x " + columns);
        }
        Math.multiplyExact(Math.multiplyExact(slices, rows), columns);
    }

    /** A single slice. */
    public static VoxelGrid slice(int rows, int columns, Spacing spacing) {
        return new VoxelGrid(1, rows, columns, spacing);
    }

    /** How many voxels there are. */
    public int voxels() {
        return slices * rows * columns;
    }

    /** Where a voxel lies in the array. */
    public int indexOf(int slice, int row, int column) {
        return (slice * rows + row) * columns + column;
    }

    void requireVoxels(byte[] labels) {
        if (labels.length != voxels()) {
            throw new IllegalArgumentException("the grid has " + voxels() + " voxels, the labels " + labels.length);
        }
    }
}
