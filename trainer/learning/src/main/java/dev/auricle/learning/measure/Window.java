package dev.auricle.learning.measure;

import java.util.Arrays;

/**
 * The smallest part of a grid that holds two surfaces. All distances between them can be computed inside it, so the work
 * is that of the organ's size and not of the volume's.
 */
final class Window {

    private static final int AXES = 3;

    private final VoxelGrid whole;
    private final int[] first;
    private final VoxelGrid grid;

    private Window(VoxelGrid whole, int[] first, int[] last) {
        this.whole = whole;
        this.first = first;
        this.grid =
                new VoxelGrid(last[0] - first[0] + 1, last[1] - first[1] + 1, last[2] - first[2] + 1, whole.spacing());
    }

    /** Around all voxels of both lists of indices, neither of them empty. */
    static Window around(VoxelGrid whole, int[] some, int[] others) {
        int[] first = place(whole, some[0]);
        int[] last = first.clone();
        for (int[] voxels : new int[][] {some, others}) {
            for (int voxel : voxels) {
                int[] place = place(whole, voxel);
                for (int axis = 0; axis < AXES; axis++) {
                    first[axis] = Math.min(first[axis], place[axis]);
                    last[axis] = Math.max(last[axis], place[axis]);
                }
            }
        }
        return new Window(whole, first, last);
    }

    /** The window as a grid of its own. */
    VoxelGrid grid() {
        return grid;
    }

    /** Indices of the whole grid as indices of the window. */
    int[] inside(int[] voxels) {
        return Arrays.stream(voxels).map(this::inside).toArray();
    }

    private int inside(int voxel) {
        int[] place = place(whole, voxel);
        return grid.indexOf(place[0] - first[0], place[1] - first[1], place[2] - first[2]);
    }

    /** Slice, row and column of an index. */
    private static int[] place(VoxelGrid grid, int voxel) {
        int plane = grid.rows() * grid.columns();
        return new int[] {voxel / plane, voxel % plane / grid.columns(), voxel % grid.columns()};
    }
}
