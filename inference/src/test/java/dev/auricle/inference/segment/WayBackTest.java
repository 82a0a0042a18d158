package dev.auricle.inference.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.space.Geometry;
import dev.auricle.dicom.space.Orientation;
import dev.auricle.dicom.space.PlaneGrid;
import dev.auricle.dicom.space.SlicePlane;
import dev.auricle.dicom.space.Vector;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WayBackTest {
    private static final Orientation CORONAL = new Orientation(new Vector(1, 0, 0), new Vector(0, 0, -1));

    @Test
    void onto_the_same_grid_every_label_stays_in_its_place() {
        // Given: seed 4
        var grid = grid(new Vector(5, 6, 7), 10, 12, 1.5, 2, 3, 4);
        var labels = new byte[grid.voxels()];
        new Random(4).nextBytes(labels);
        // Then
        assertThat(WayBack.onto(grid, grid, labels).labels()).isEqualTo(labels);
    }

    @Test
    void a_ball_keeps_its_centre_and_its_volume_across_crop_and_resampling() {
        // Given: a ball in the patient, drawn on a finer and smaller grid that lies askew to the source's voxels
        var source = grid(new Vector(-60, 20, 40), 40, 48, 2, 1.7, 5, 16);
        var prepared = grid(new Vector(-41.3, 27.1, 21.9), 48, 40, 1.1, 1.3, 2.2, 24);
        var centre = new Vector(-15, 48, -3);
        var labels = new byte[prepared.voxels()];
        for (int at = 0; at < labels.length; at++) {
            labels[at] =
                    (byte) (prepared.position(index(prepared, at)).minus(centre).length() < 17 ? 1 : 0);
        }
        // When
        var mask = WayBack.onto(source, prepared, labels);
        // Then
        double truth = 4.0 / 3 * Math.PI * 17 * 17 * 17 / 1000;
        assertThat(mask.millilitres(1)).isBetween(truth * 0.96, truth * 1.04);
        assertThat(centreOf(mask.labels(), source).minus(centre).length()).isLessThan(0.5);
    }

    @Test
    void outside_of_what_was_prepared_there_is_nothing() {
        // Given
        var source = grid(new Vector(0, 0, 0), 10, 10, 1, 1, 1, 3);
        var prepared = grid(new Vector(3, 0, -3), 4, 4, 1, 1, 1, 3);
        var labels = new byte[prepared.voxels()];
        Arrays.fill(labels, (byte) 1);
        // When
        var mask = WayBack.onto(source, prepared, labels);
        // Then
        assertThat(mask.count(1)).isEqualTo(4 * 4 * 3);
        assertThat(mask.labels()[3 * 10 + 3]).isEqualTo((byte) 1);
        assertThat(mask.labels()[2 * 10 + 3]).isZero();
        assertThat(mask.labels()[3 * 10 + 7]).isZero();
    }

    private static Vector centreOf(byte[] labels, Geometry geometry) {
        var sum = new Vector(0, 0, 0);
        int count = 0;
        for (int at = 0; at < labels.length; at++) {
            if (labels[at] != 0) {
                sum = sum.plus(geometry.position(index(geometry, at)));
                count++;
            }
        }
        return sum.times(1.0 / count);
    }

    private static Vector index(Geometry geometry, int at) {
        int plane = geometry.rows() * geometry.columns();
        int inPlane = at % plane;
        int slice = at / plane;
        int row = inPlane / geometry.columns();
        return new Vector(inPlane % geometry.columns(), row, slice);
    }

    @SuppressWarnings("TooManyParameters")
    private static Geometry grid(
            Vector first, int rows, int columns, double row, double column, double slice, int slices) {
        return new Geometry(new SlicePlane(first, CORONAL, new PlaneGrid(rows, columns, row, column)), slice, slices);
    }
}
