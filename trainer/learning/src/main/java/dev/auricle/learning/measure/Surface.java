package dev.auricle.learning.measure;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The voxels of a region that touch, across a face, a voxel outside it; outside the grid there is no region. */
final class Surface {

    private final VoxelGrid grid;
    private final IntPredicate inside;

    private Surface(VoxelGrid grid, IntPredicate inside) {
        this.grid = grid;
        this.inside = inside;
    }

    /** Indices into the grid, ascending. In a single slice the faces towards other slices do not count. */
    static int[] of(VoxelGrid grid, IntPredicate inside) {
        Surface surface = new Surface(grid, inside);
        return IntStream.range(0, grid.voxels())
                .filter(inside)
                .filter(surface::isExposed)
                .toArray();
    }

    private boolean isExposed(int voxel) {
        int plane = grid.rows() * grid.columns();
        int column = voxel % grid.columns();
        int row = voxel % plane / grid.columns();
        int slice = voxel / plane;
        return isExposedAlong(voxel, column, grid.columns(), 1)
                || isExposedAlong(voxel, row, grid.rows(), grid.columns())
                || (grid.slices() > 1 && isExposedAlong(voxel, slice, grid.slices(), plane));
    }

    private boolean isExposedAlong(int voxel, int place, int length, int stride) {
        return place == 0 || place == length - 1 || !inside.test(voxel - stride) || !inside.test(voxel + stride);
    }
}
