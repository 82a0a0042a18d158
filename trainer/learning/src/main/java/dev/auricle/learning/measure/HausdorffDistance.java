package dev.auricle.learning.measure;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * How far apart two surfaces are, in millimetres, leaving out the worst five percent of places:
 *
 * <pre>HD95(A, B) = max( P95 { d(a, ∂B) : a ∈ ∂A },  P95 { d(b, ∂A) : b ∈ ∂B } )</pre>
 *
 * <p>∂ is the {@link Surface} of a region, d the exact distance between voxel centres with the grid's spacing, P95 the
 * 95th percentile with linear interpolation between ranks. A single slice is measured in its plane.
 *
 * <p>Two empty regions agree: 0. When only one is empty there is no distance, and no number stands in for one.
 */
public final class HausdorffDistance {

    private static final double SHARE = 0.95;

    private HausdorffDistance() {}

    /**
     * HD95 of one class.
     *
     * @param truth [slice, row, column], unsigned labels
     * @param prediction the same shape
     * @param label the class measured
     * @return millimetres, or empty when the class is in only one of the two
     */
    public static OptionalDouble percentile95(byte[] truth, byte[] prediction, int label, VoxelGrid grid) {
        grid.requireVoxels(truth);
        grid.requireVoxels(prediction);
        int[] actual = Surface.of(grid, voxel -> Byte.toUnsignedInt(truth[voxel]) == label);
        int[] predicted = Surface.of(grid, voxel -> Byte.toUnsignedInt(prediction[voxel]) == label);
        if (actual.length == 0 && predicted.length == 0) {
            return OptionalDouble.of(0);
        }
        if (actual.length == 0 || predicted.length == 0) {
            return OptionalDouble.empty();
        }
        Window window = Window.around(grid, actual, predicted);
        return OptionalDouble.of(distance(window.grid(), window.inside(actual), window.inside(predicted)));
    }

    private static double distance(VoxelGrid grid, int[] actual, int[] predicted) {
        return Math.max(directed(grid, actual, predicted), directed(grid, predicted, actual));
    }

    /** P95 of the distances from each voxel of one surface to the nearest of the other. */
    private static double directed(VoxelGrid grid, int[] from, int[] to) {
        double[] squared = DistanceTransform.squaredMillimetres(grid, to);
        double[] distances = Arrays.stream(from)
                .mapToDouble(voxel -> Math.sqrt(squared[voxel]))
                .sorted()
                .toArray();
        double rank = SHARE * (distances.length - 1);
        int below = (int) rank;
        int above = Math.min(below + 1, distances.length - 1);
        return distances[below] + (distances[above] - distances[below]) * (rank - below);
    }
}
