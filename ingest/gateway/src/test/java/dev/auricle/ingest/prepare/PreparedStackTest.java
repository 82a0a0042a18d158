package dev.auricle.ingest.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.auricle.dicom.space.Geometry;
import dev.auricle.dicom.space.Mask;
import dev.auricle.dicom.space.Orientation;
import dev.auricle.dicom.space.PlaneGrid;
import dev.auricle.dicom.space.SlicePlane;
import dev.auricle.dicom.space.Vector;
import dev.auricle.dicom.space.Volume;
import dev.auricle.schemas.plan.Centre;
import dev.auricle.schemas.plan.Preprocessing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Volumes are functions of the position in the patient, so that every voxel of a result can be checked by its own. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PreparedStackTest {
    /** Oblique: rows run along y, columns along −z. */
    private static final Orientation OBLIQUE = new Orientation(new Vector(0, 1, 0), new Vector(0, 0, -1));

    @Test
    void the_same_spacing_and_size_leave_every_voxel_in_its_place() {
        // Given
        var volume = volume(geometry(10, 12, 2, 3, 4, 5), PreparedStackTest::ramp);
        // When
        var stack = PreparedStack.of(volume, plan(2, 3, 4, 10, 12));
        // Then
        assertThat(stack.geometry().voxels()).isEqualTo(volume.voxels().length);
        assertSame(
                stack.geometry().position(new Vector(0, 0, 0)),
                volume.geometry().position(new Vector(0, 0, 0)));
        assertThat(correlation(stack.image(), volume.voxels())).isCloseTo(1, within(1e-6));
    }

    @Test
    void between_voxels_a_ramp_stays_a_ramp() {
        // Given
        var volume = volume(geometry(20, 24, 2, 3, 4, 9), PreparedStackTest::ramp);
        // When: finer in every direction, and smaller than the image
        var stack = PreparedStack.of(volume, plan(1.3, 1.7, 1.1, 12, 16));
        // Then: away from the outermost half voxels, where the outermost value counts
        var truth = new float[stack.image().length];
        var inner = new ArrayList<Integer>();
        for (int at = 0; at < truth.length; at++) {
            var position = stack.geometry().position(index(stack.geometry(), at));
            truth[at] = (float) ramp(position);
            double slice = volume.geometry().index(position).z();
            if (slice > 0 && slice < 8) {
                inner.add(at);
            }
        }
        double slope = (stack.image()[inner.get(1)] - stack.image()[inner.get(0)])
                / (truth[inner.get(1)] - truth[inner.get(0)]);
        double offset = stack.image()[inner.get(0)] - slope * truth[inner.get(0)];
        assertThat(inner)
                .allSatisfy(at ->
                        assertThat((double) stack.image()[at]).isCloseTo(slope * truth[at] + offset, within(1e-3)));
    }

    @Test
    void slices_cover_the_stack_from_end_to_end() {
        // Given: 9 slices of 4 mm are 36 mm
        var volume = volume(geometry(8, 8, 1, 1, 4, 9), PreparedStackTest::ramp);
        // When
        var stack = PreparedStack.of(volume, plan(1, 1, 1.25, 8, 8));
        // Then
        assertThat(stack.geometry().slices()).isEqualTo(29);
        var middle = stack.geometry().position(new Vector(3.5, 3.5, 14));
        assertSame(middle, volume.geometry().position(new Vector(3.5, 3.5, 4)));
    }

    @Test
    void mean_is_zero_and_deviation_one_within_the_image_and_beyond_it_is_air() {
        // Given
        var volume = volume(geometry(10, 10, 1, 1, 1, 4), PreparedStackTest::ramp);
        // When: larger than the image
        var stack = PreparedStack.of(volume, plan(1, 1, 1, 20, 20));
        // Then
        double sum = 0;
        double squares = 0;
        float least = Float.POSITIVE_INFINITY;
        int inside = 0;
        for (int at = 0; at < stack.image().length; at++) {
            var index = index(stack.geometry(), at);
            if (index.x() >= 5 && index.x() < 15 && index.y() >= 5 && index.y() < 15) {
                sum += stack.image()[at];
                squares += stack.image()[at] * stack.image()[at];
                least = Math.min(least, stack.image()[at]);
                inside++;
            }
        }
        assertThat(inside).isEqualTo(400);
        assertThat(sum / inside).isCloseTo(0, within(1e-5));
        assertThat(squares / inside).isCloseTo(1, within(1e-5));
        assertThat(stack.image()[0]).isEqualTo(least);
    }

    @Test
    void the_crop_is_centred_on_the_body_and_not_on_the_image() {
        // Given: a bright square in a corner, and one bright pixel far away
        var volume = volume(geometry(40, 40, 1, 1, 1, 3), at -> 0);
        for (int slice = 0; slice < 3; slice++) {
            for (int row = 4; row < 15; row++) {
                for (int column = 20; column < 31; column++) {
                    volume.voxels()[slice * 1600 + row * 40 + column] = 100;
                }
            }
            volume.voxels()[slice * 1600 + 39 * 40 + 2] = 100;
        }
        // When
        var around = new Preprocessing(List.of(), 1, 1, 1, 11, 11, Centre.BODY_MASK);
        var stack = PreparedStack.of(volume, new Preprocessing(List.of(), 1, 1, 1, 13, 13, Centre.BODY_MASK));
        // Then: row 9, column 25 of the source is the middle
        assertSame(
                stack.geometry().position(new Vector(6, 6, 0)),
                volume.geometry().position(new Vector(25, 9, 0)));
        assertThatThrownBy(() -> PreparedStack.of(volume, around)).isInstanceOf(UnableToPrepare.class);
    }

    @Test
    void labels_take_the_same_way_as_the_image() {
        // Given
        var geometry = geometry(30, 30, 1, 1, 2, 6);
        var volume = volume(geometry, at -> inBall(at, geometry) ? 100 : 0);
        var labels = new byte[geometry.voxels()];
        for (int at = 0; at < labels.length; at++) {
            labels[at] = (byte) (volume.voxels()[at] > 50 ? 7 : 0);
        }
        // When
        var stack = PreparedStack.of(volume, plan(0.8, 0.8, 1.5, 40, 40));
        var prepared = stack.labels(new Mask(geometry, labels));
        // Then
        long agree = 0;
        float middle = (least(stack.image()) + most(stack.image())) / 2;
        for (int at = 0; at < prepared.length; at++) {
            agree += (prepared[at] == 7) == (stack.image()[at] > middle) ? 1 : 0;
        }
        assertThat(prepared).contains((byte) 7).doesNotContain((byte) 3);
        assertThat((double) agree / prepared.length).isGreaterThan(0.98);
    }

    @Test
    void an_image_without_contrast_is_refused() {
        var volume = volume(geometry(8, 8, 1, 1, 1, 2), at -> 5);
        assertThatThrownBy(() -> PreparedStack.of(volume, plan(1, 1, 1, 8, 8)))
                .isInstanceOf(UnableToPrepare.class)
                .hasMessage("All pixels of what is prepared are alike.");
    }

    private static double ramp(Vector at) {
        return 3 * at.x() - 2 * at.y() + at.z() + 50;
    }

    private static boolean inBall(Vector at, Geometry geometry) {
        return at.minus(geometry.position(new Vector(15, 14, 3))).length() < 6;
    }

    private static Preprocessing plan(double row, double column, double slice, int rows, int columns) {
        return new Preprocessing(List.of(), row, column, slice, rows, columns, Centre.IMAGE);
    }

    private static Geometry geometry(int rows, int columns, double row, double column, double slice, int slices) {
        var plane = new SlicePlane(new Vector(-10, 20, 30), OBLIQUE, new PlaneGrid(rows, columns, row, column));
        return new Geometry(plane, slice, slices);
    }

    private static Volume volume(Geometry geometry, ToDoubleFunction<Vector> value) {
        var voxels = new float[geometry.voxels()];
        for (int at = 0; at < voxels.length; at++) {
            voxels[at] = (float) value.applyAsDouble(geometry.position(index(geometry, at)));
        }
        return new Volume(geometry, voxels);
    }

    private static Vector index(Geometry geometry, int at) {
        int plane = geometry.rows() * geometry.columns();
        int inPlane = at % plane;
        int slice = at / plane;
        int row = inPlane / geometry.columns();
        return new Vector(inPlane % geometry.columns(), row, slice);
    }

    private static void assertSame(Vector one, Vector other) {
        assertThat(one.minus(other).length()).isLessThan(1e-9);
    }

    private static double correlation(float[] one, float[] other) {
        double ofOne = 0;
        double ofOther = 0;
        double ofBoth = 0;
        double meanOther = 0;
        for (float value : other) {
            meanOther += value / other.length;
        }
        for (int at = 0; at < one.length; at++) {
            double difference = other[at] - meanOther;
            ofOne += one[at] * one[at];
            ofOther += difference * difference;
            ofBoth += one[at] * difference;
        }
        return ofBoth / Math.sqrt(ofOne * ofOther);
    }

    private static float least(float[] values) {
        float least = Float.POSITIVE_INFINITY;
        for (float value : values) {
            least = Math.min(least, value);
        }
        return least;
    }

    private static float most(float[] values) {
        float most = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            most = Math.max(most, value);
        }
        return most;
    }
}
