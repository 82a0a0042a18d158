package dev.auricle.learning.measure;

import java.util.Arrays;

/**
 * The exact squared Euclidean distance of every voxel to the nearest marked voxel, in square millimetres, in linear time
 * (Felzenszwalb, Huttenlocher, <i>Distance transforms of sampled functions</i>, Theory of Computing 8, 2012).
 *
 * <p>The squared distance separates: along one axis, d(q) = minₚ ((q − p)·s)² + f(p) is the lower envelope of parabolas
 * rooted at the places p, and the result is the f of the next axis. The spacing s enters as the parabolas' width.
 */
final class DistanceTransform {

    private final VoxelGrid grid;
    private final double[] squared;

    private DistanceTransform(VoxelGrid grid) {
        this.grid = grid;
        this.squared = new double[grid.voxels()];
    }

    /**
     * Distances to the marked voxels, [slice, row, column]; infinite everywhere when none is marked.
     *
     * @param marked indices into the grid
     */
    static double[] squaredMillimetres(VoxelGrid grid, int[] marked) {
        DistanceTransform transform = new DistanceTransform(grid);
        Arrays.fill(transform.squared, Double.POSITIVE_INFINITY);
        for (int voxel : marked) {
            transform.squared[voxel] = 0;
        }
        transform.alongColumns();
        transform.alongRows();
        transform.alongSlices();
        return transform.squared;
    }

    private void alongColumns() {
        Line line = new Line(grid.columns(), 1, grid.spacing().column());
        for (int start = 0; start < squared.length; start += grid.columns()) {
            line.transform(squared, start);
        }
    }

    private void alongRows() {
        Line line = new Line(grid.rows(), grid.columns(), grid.spacing().row());
        for (int slice = 0; slice < grid.slices(); slice++) {
            for (int column = 0; column < grid.columns(); column++) {
                line.transform(squared, grid.indexOf(slice, 0, column));
            }
        }
    }

    private void alongSlices() {
        int plane = grid.rows() * grid.columns();
        Line line = new Line(grid.slices(), plane, grid.spacing().slice());
        for (int start = 0; start < plane; start++) {
            line.transform(squared, start);
        }
    }

    /** One axis: the arrays are shared by all its lines. */
    private static final class Line {

        private final int length;
        private final int stride;
        private final double spacing;
        private final double[] values;
        private final int[] roots;
        private final double[] begins;

        Line(int length, int stride, double spacing) {
            this.length = length;
            this.stride = stride;
            this.spacing = spacing;
            this.values = new double[length];
            this.roots = new int[length];
            this.begins = new double[length];
        }

        void transform(double[] squared, int start) {
            for (int i = 0; i < length; i++) {
                values[i] = squared[start + i * stride];
            }
            int parabolas = envelope();
            if (parabolas > 0) {
                evaluate(squared, start, parabolas);
            }
        }

        /** Finds the parabolas of the lower envelope, from left to right, and where each begins; returns how many. */
        private int envelope() {
            int count = 0;
            for (int q = 0; q < length; q++) {
                if (values[q] == Double.POSITIVE_INFINITY) {
                    continue;
                }
                double begin = Double.NEGATIVE_INFINITY;
                while (count > 0) {
                    begin = crossing(roots[count - 1], q);
                    if (begin > begins[count - 1]) {
                        break;
                    }
                    count--;
                    begin = Double.NEGATIVE_INFINITY;
                }
                roots[count] = q;
                begins[count] = begin;
                count++;
            }
            return count;
        }

        /** Where the parabola of q falls below that of p < q, in voxels. */
        private double crossing(int p, int q) {
            double rise = (values[q] - values[p]) / (spacing * spacing);
            return (rise / (q - p) + q + p) / 2;
        }

        private void evaluate(double[] squared, int start, int parabolas) {
            int current = 0;
            for (int q = 0; q < length; q++) {
                while (current + 1 < parabolas && begins[current + 1] < q) {
                    current++;
                }
                double millimetres = (q - roots[current]) * spacing;
                squared[start + q * stride] = millimetres * millimetres + values[roots[current]];
            }
        }
    }
}
