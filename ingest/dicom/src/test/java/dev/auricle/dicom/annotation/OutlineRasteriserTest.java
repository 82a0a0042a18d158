package dev.auricle.dicom.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.dicom.annotation.Outline.InPatient;
import dev.auricle.dicom.annotation.Outline.OnImages;
import dev.auricle.dicom.annotation.Shape.Circle;
import dev.auricle.dicom.annotation.Shape.Ellipse;
import dev.auricle.dicom.annotation.Shape.Ellipsoid;
import dev.auricle.dicom.annotation.Shape.Polygon;
import dev.auricle.dicom.space.Geometry;
import dev.auricle.dicom.space.Orientation;
import dev.auricle.dicom.space.PlaneGrid;
import dev.auricle.dicom.space.SlicePlane;
import dev.auricle.dicom.space.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shapes on an oblique stack whose pixels are no squares, compared voxel by voxel with what defines them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OutlineRasteriserTest {
    private static final Geometry STACK = new Geometry(
            new SlicePlane(
                    new Vector(-30, 12, 5),
                    new Orientation(new Vector(1, 0, 0), new Vector(0, 0.8, 0.6)),
                    new PlaneGrid(60, 50, 0.7, 0.9)),
            2.5,
            9);
    private static final ImageStack IMAGES = ImageStack.of(
            STACK,
            "1.2.9",
            IntStream.range(0, 9)
                    .mapToObj(i -> new ImageReference("1.2.3." + i))
                    .toList());

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void an_ellipse_in_the_patient_holds_what_its_equation_says(long seed) {
        // Given
        var random = new Random(seed);
        var plane = STACK.first().orientation();
        double turn = random.nextDouble() * Math.PI;
        var major = plane.row().times(Math.cos(turn)).plus(plane.column().times(Math.sin(turn)));
        var minor = plane.row().times(-Math.sin(turn)).plus(plane.column().times(Math.cos(turn)));
        var centre = STACK.position(new Vector(20 + random.nextDouble(), 30 + random.nextDouble(), 4));
        double a = 8 + random.nextDouble();
        double b = 3 + random.nextDouble();
        // When
        var masks = inPatient(Ellipse.ofAxes(
                centre.minus(major.times(a)),
                centre.plus(major.times(a)),
                centre.plus(minor.times(b)),
                centre.minus(minor.times(b))));
        // Then
        assertThat(masks.slices().keySet()).containsExactly(4);
        assertHolds(masks, position -> {
            var d = position.minus(centre);
            return isBeside(centre, position) && Math.hypot(d.dot(major) / a, d.dot(minor) / b) <= 1;
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void an_ellipsoid_holds_what_its_equation_says(long seed) {
        // Given
        var random = new Random(seed);
        var first = new Vector(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
        first = first.times(1 / first.length());
        var second = first.cross(new Vector(0.3, 0.1, 0.9));
        second = second.times(1 / second.length());
        var third = first.cross(second);
        var axes = List.of(first, second, third);
        double[] length = {9 + random.nextDouble(), 5 + random.nextDouble(), 4 + random.nextDouble()};
        var centre = STACK.position(new Vector(24.3, 28.1, 4.4));
        var ends = new ArrayList<Vector>();
        for (int i = 0; i < 3; i++) {
            ends.add(centre.plus(axes.get(i).times(length[i])));
            ends.add(centre.minus(axes.get(i).times(length[i])));
        }
        // When
        var masks = inPatient(Ellipsoid.ofAxes(ends));
        // Then
        assertThat(masks.slices().size()).isGreaterThan(2);
        assertHolds(masks, position -> {
            var d = position.minus(centre);
            double sum = 0;
            for (int i = 0; i < 3; i++) {
                double part = d.dot(axes.get(i)) / length[i];
                sum += part * part;
            }
            return sum <= 1;
        });
    }

    @Test
    void a_circle_on_an_image_is_round_in_millimetres_though_pixels_are_no_squares() {
        // Given: 10 columns of 0.9 mm from the centre of pixel (25, 30)
        var circle = new Circle(new Vector(25.5, 30.5, 0), new Vector(35.5, 30.5, 0));
        // When
        var masks = onImage(7, circle);
        // Then
        var centre = STACK.position(new Vector(25, 30, 7));
        assertThat(masks.slices().keySet()).containsExactly(7);
        assertHolds(
                masks,
                position -> isBeside(centre, position) && position.minus(centre).length() <= 9 + 1e-6);
        assertThat(inside(masks, 7, 35, 30)).as("the point on the perimeter").isTrue();
        assertThat(inside(masks, 7, 36, 30)).isFalse();
    }

    @Test
    void the_corner_of_the_first_pixel_is_the_origin_of_an_image() {
        // When
        var masks = onImage(
                2,
                new Polygon(
                        List.of(new Vector(0, 0, 0), new Vector(2, 0, 0), new Vector(2, 1, 0), new Vector(0, 1, 0))));
        // Then
        assertThat(inside(masks, 2, 0, 0)).isTrue();
        assertThat(inside(masks, 2, 1, 0)).isTrue();
        assertThat(inside(masks, 2, 2, 0)).isFalse();
        assertThat(inside(masks, 2, 0, 1)).isFalse();
    }

    @Test
    void a_polygon_in_the_patient_is_the_same_as_on_the_image() {
        // Given
        var corners = List.of(new Vector(3.2, 4.1, 0), new Vector(40.7, 9.3, 0), new Vector(20.9, 50.6, 0));
        var placed = corners.stream()
                .map(corner -> STACK.position(new Vector(corner.x() - 0.5, corner.y() - 0.5, 3)))
                .toList();
        // When
        var onImage = onImage(3, new Polygon(corners));
        var inPatient = inPatient(new Polygon(placed));
        // Then
        assertThat(inPatient.slices().get(3)).isEqualTo(onImage.slices().get(3));
        assertThat(onImage.slices()).hasSize(1);
    }

    @Test
    void what_was_drawn_elsewhere_has_no_pixel_here() {
        var circle = new Circle(new Vector(25, 30, 0), new Vector(30, 30, 0));
        var placed = new Ellipse(STACK.position(new Vector(20, 20, 3)), new Vector(5, 0, 0), new Vector(0, 4, 3));
        var beside = new Ellipse(STACK.position(new Vector(20, 20, 12)), new Vector(5, 0, 0), new Vector(0, 4, 3));
        var across = new Ellipse(STACK.position(new Vector(20, 20, 3)), new Vector(5, 0, 0), new Vector(0, -3, 4));
        var below = new Ellipsoid(
                STACK.position(new Vector(20, 20, 30)), new Vector(5, 0, 0), new Vector(0, 5, 0), new Vector(0, 0, 5));
        var flat = new Ellipsoid(
                STACK.position(new Vector(20, 20, 3)), new Vector(5, 0, 0), new Vector(0, 5, 0), new Vector(0, 0, 0));
        assertThat(rasterise(new OnImages(List.of(new ImageReference("9.9")), circle))
                        .slices())
                .isEmpty();
        assertThat(inPatient(placed).slices()).isNotEmpty();
        assertThat(rasterise(new InPatient("9.9", placed)).slices()).isEmpty();
        assertThat(inPatient(beside).slices()).isEmpty();
        assertThat(inPatient(across).slices()).isEmpty();
        assertThat(inPatient(below).slices()).isEmpty();
        assertThat(inPatient(flat).slices()).isEmpty();
    }

    @Test
    void one_outline_may_be_on_several_images_and_reach_beyond_them() {
        // Given
        var outline = new OnImages(
                List.of(new ImageReference("1.2.3.1"), new ImageReference("1.2.3.8")),
                new Circle(new Vector(0, 0, 0), new Vector(1e12, 0, 0)));
        // When
        var masks = rasterise(outline);
        // Then
        assertThat(masks.slices().keySet()).containsExactly(1, 8);
        assertThat(masks.slices().get(8)).containsOnly(1);
    }

    @Test
    void a_polygon_of_four_right_angles_is_a_box() {
        var box = List.of(new Vector(0, 0, 0), new Vector(3, 4, 0), new Vector(-1, 7, 0), new Vector(-4, 3, 0));
        var kite = List.of(new Vector(0, 0, 0), new Vector(3, 4, 0), new Vector(-1, 8, 0), new Vector(-4, 3, 0));
        var nothing = List.of(new Vector(0, 0, 0), new Vector(0, 0, 0), new Vector(0, 0, 0), new Vector(0, 0, 0));
        assertThat(new Polygon(box).kind()).isEqualTo(ShapeKind.BOX);
        assertThat(new Polygon(kite).kind()).isEqualTo(ShapeKind.POLYGON);
        assertThat(new Polygon(nothing).kind()).isEqualTo(ShapeKind.POLYGON);
        assertThatThrownBy(() -> new Polygon(box.subList(0, 2))).isInstanceOf(UnableToReadAnnotation.class);
    }

    private static SliceMasks rasterise(Outline outline) {
        var masks = new SliceMasks(STACK);
        assertThat(OutlineRasteriser.rasterise(outline, IMAGES, masks))
                .isEqualTo(!masks.slices().isEmpty());
        return masks;
    }

    private static SliceMasks inPatient(Shape shape) {
        return rasterise(new InPatient("1.2.9", shape));
    }

    private static SliceMasks onImage(int slice, Shape shape) {
        return rasterise(new OnImages(List.of(new ImageReference("1.2.3." + slice)), shape));
    }

    private static void assertHolds(SliceMasks masks, Predicate<Vector> inside) {
        for (int slice = 0; slice < STACK.slices(); slice++) {
            for (int row = 0; row < STACK.rows(); row++) {
                for (int column = 0; column < STACK.columns(); column++) {
                    assertThat(inside(masks, slice, column, row))
                            .as("column %d, row %d, slice %d", column, row, slice)
                            .isEqualTo(inside.test(STACK.position(new Vector(column, row, slice))));
                }
            }
        }
    }

    /** Whether it is on the same slice. */
    private static boolean isBeside(Vector centre, Vector position) {
        return Math.abs(position.minus(centre).dot(STACK.first().orientation().normal())) < 1e-6;
    }

    private static boolean inside(SliceMasks masks, int slice, int column, int row) {
        var pixels = masks.slices().get(slice);
        return pixels != null && pixels[row * STACK.columns() + column] == 1;
    }
}
