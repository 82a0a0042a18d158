package dev.auricle.learning.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.auricle.learning.draw.RandomDraw;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HausdorffDistanceTest {

    private static final Spacing ANISOTROPIC = new Spacing(3, 0.5, 2);

    @Test
    void two_voxels_are_as_far_apart_as_pythagoras_says() {
        // Given
        VoxelGrid grid = new VoxelGrid(3, 20, 20, ANISOTROPIC);
        byte[] truth = label(grid, voxel -> voxel == grid.indexOf(0, 2, 3));
        byte[] prediction = label(grid, voxel -> voxel == grid.indexOf(2, 10, 9));

        // When
        OptionalDouble distance = HausdorffDistance.percentile95(truth, prediction, 1, grid);

        // Then
        assertThat(distance.orElseThrow()).isCloseTo(Math.sqrt(6 * 6 + 4 * 4 + 12 * 12), within(1e-12));
    }

    @Test
    void a_square_moved_along_columns_is_that_far_away() {
        // Given
        VoxelGrid grid = VoxelGrid.slice(40, 40, new Spacing(1, 1, 0.5));
        byte[] truth = label(grid, voxel -> isIn(voxel, 40, 10, 10));
        byte[] prediction = label(grid, voxel -> isIn(voxel, 40, 10, 13));

        // When
        OptionalDouble distance = HausdorffDistance.percentile95(truth, prediction, 1, grid);

        // Then
        assertThat(distance.orElseThrow()).isCloseTo(1.5, within(1e-12));
    }

    @Test
    void equal_regions_have_no_distance() {
        // Given
        VoxelGrid grid = VoxelGrid.slice(40, 40, Spacing.unit());
        byte[] square = label(grid, voxel -> isIn(voxel, 40, 10, 10));

        // When
        OptionalDouble distance = HausdorffDistance.percentile95(square, square, 1, grid);

        // Then
        assertThat(distance).hasValue(0);
    }

    @Test
    void one_stray_pixel_among_many_does_not_count() {
        // Given: a line of 21 pixels, and the same with a stray pixel 10 pixels further: rank 0.95 * 21 is below it.
        VoxelGrid grid = VoxelGrid.slice(1, 40, Spacing.unit());
        byte[] truth = label(grid, voxel -> voxel < 21);
        byte[] prediction = label(grid, voxel -> voxel < 21 || voxel == 30);

        // When
        OptionalDouble distance = HausdorffDistance.percentile95(truth, prediction, 1, grid);

        // Then
        assertThat(distance).hasValue(0);
    }

    @Test
    void one_stray_pixel_among_few_counts_in_part() {
        // Given: rank 0.95 * 10 lies half way between 0 and 10 pixels.
        VoxelGrid grid = VoxelGrid.slice(1, 40, new Spacing(1, 1, 0.2));
        byte[] truth = label(grid, voxel -> voxel < 10);
        byte[] prediction = label(grid, voxel -> voxel < 10 || voxel == 19);

        // When
        OptionalDouble distance = HausdorffDistance.percentile95(truth, prediction, 1, grid);

        // Then
        assertThat(distance.orElseThrow()).isCloseTo(5 * 0.2, within(1e-12));
    }

    @Test
    void concentric_balls_are_apart_by_the_difference_of_their_radii() {
        // Given
        VoxelGrid grid = new VoxelGrid(31, 31, 61, new Spacing(2, 2, 1));
        byte[] truth = label(grid, voxel -> distanceFromCentre(grid, voxel) <= 24);
        byte[] prediction = label(grid, voxel -> distanceFromCentre(grid, voxel) <= 16);

        // When
        OptionalDouble distance = HausdorffDistance.percentile95(truth, prediction, 1, grid);

        // Then
        assertThat(distance.orElseThrow()).isCloseTo(8, within(1.0));
    }

    @Test
    void a_class_in_neither_agrees_and_in_only_one_has_no_distance() {
        // Given
        VoxelGrid grid = VoxelGrid.slice(4, 4, Spacing.unit());
        byte[] empty = new byte[16];
        byte[] full = label(grid, voxel -> true);

        // When
        OptionalDouble distance = HausdorffDistance.percentile95(empty, full, 1, grid);

        // Then
        assertThat(distance).isEmpty();
        assertThat(HausdorffDistance.percentile95(full, empty, 1, grid)).isEmpty();
        assertThat(HausdorffDistance.percentile95(empty, empty, 1, grid)).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void agrees_with_every_distance_computed_one_by_one(long seed) {
        // Given
        VoxelGrid grid = new VoxelGrid(5, 9, 7, ANISOTROPIC);
        byte[] truth = speckle(grid, RandomDraw.of(seed, 0));
        byte[] prediction = speckle(grid, RandomDraw.of(seed, 1));

        // When
        OptionalDouble distance = HausdorffDistance.percentile95(truth, prediction, 1, grid);

        // Then
        double expected = Math.max(directed(grid, truth, prediction), directed(grid, prediction, truth));
        assertThat(distance.orElseThrow()).isCloseTo(expected, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void the_transform_is_exact_at_every_voxel(long seed) {
        // Given
        VoxelGrid grid = new VoxelGrid(6, 8, 10, ANISOTROPIC);
        int[] marked = Arrays.copyOf(RandomDraw.of(seed).nextOrder(grid.voxels()), 1 + (int) seed);

        // When
        double[] squared = DistanceTransform.squaredMillimetres(grid, marked);

        // Then
        for (int voxel = 0; voxel < grid.voxels(); voxel++) {
            int here = voxel;
            double expected = Arrays.stream(marked)
                    .mapToDouble(other -> squaredDistance(grid, here, other))
                    .min()
                    .orElseThrow();
            assertThat(squared[voxel]).isCloseTo(expected, within(1e-9));
        }
    }

    @Test
    void labels_of_another_size_are_refused() {
        // Given
        VoxelGrid grid = VoxelGrid.slice(4, 4, Spacing.unit());

        // Then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HausdorffDistance.percentile95(new byte[16], new byte[15], 1, grid))
                .withMessageContaining("15");
    }

    private static byte[] label(VoxelGrid grid, IntPredicate inside) {
        byte[] label = new byte[grid.voxels()];
        for (int voxel = 0; voxel < label.length; voxel++) {
            label[voxel] = (byte) (inside.test(voxel) ? 1 : 0);
        }
        return label;
    }

    private static byte[] speckle(VoxelGrid grid, RandomDraw draw) {
        return label(grid, voxel -> draw.nextUnit() < 0.3);
    }

    /** In a square of 10 pixels. */
    private static boolean isIn(int pixel, int columns, int firstRow, int firstColumn) {
        int row = Math.floorDiv(pixel, columns) - firstRow;
        int column = pixel % columns - firstColumn;
        return row >= 0 && row < 10 && column >= 0 && column < 10;
    }

    private static double distanceFromCentre(VoxelGrid grid, int voxel) {
        return Math.sqrt(squaredDistance(grid, voxel, grid.indexOf(15, 15, 30)));
    }

    private static double squaredDistance(VoxelGrid grid, int some, int other) {
        int plane = grid.rows() * grid.columns();
        double slices = (Math.floorDiv(some, plane) - Math.floorDiv(other, plane))
                * grid.spacing().slice();
        double rows = (Math.floorDiv(some % plane, grid.columns()) - Math.floorDiv(other % plane, grid.columns()))
                * grid.spacing().row();
        double columns = (some % grid.columns() - other % grid.columns())
                * grid.spacing().column();
        return slices * slices + rows * rows + columns * columns;
    }

    /** P95 of the distances, all pairs. */
    private static double directed(VoxelGrid grid, byte[] from, byte[] to) {
        int[] places = surface(grid, from);
        int[] others = surface(grid, to);
        double[] distances = Arrays.stream(places)
                .mapToDouble(place -> Math.sqrt(Arrays.stream(others)
                        .mapToDouble(other -> squaredDistance(grid, place, other))
                        .min()
                        .orElseThrow()))
                .sorted()
                .toArray();
        double rank = 0.95 * (distances.length - 1);
        int below = (int) Math.floor(rank);
        int above = (int) Math.ceil(rank);
        return distances[below] * (1 - (rank - below)) + distances[above] * (rank - below);
    }

    /** Voxels of the region with one of the six neighbours outside, found by looking at all six. */
    private static int[] surface(VoxelGrid grid, byte[] label) {
        int[][] faces = {{1, 0, 0}, {-1, 0, 0}, {0, 1, 0}, {0, -1, 0}, {0, 0, 1}, {0, 0, -1}};
        return IntStream.range(0, grid.voxels())
                .filter(voxel -> label[voxel] == 1)
                .filter(voxel -> Arrays.stream(faces).anyMatch(face -> !isInside(grid, label, voxel, face)))
                .toArray();
    }

    private static boolean isInside(VoxelGrid grid, byte[] label, int voxel, int[] face) {
        int plane = grid.rows() * grid.columns();
        int slice = Math.floorDiv(voxel, plane) + face[0];
        int row = Math.floorDiv(voxel % plane, grid.columns()) + face[1];
        int column = voxel % grid.columns() + face[2];
        return slice >= 0
                && slice < grid.slices()
                && row >= 0
                && row < grid.rows()
                && column >= 0
                && column < grid.columns()
                && label[grid.indexOf(slice, row, column)] == 1;
    }
}
