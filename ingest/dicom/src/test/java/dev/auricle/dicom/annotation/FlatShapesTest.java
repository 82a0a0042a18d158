package dev.auricle.dicom.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.annotation.Outline.InPatient;
import dev.auricle.dicom.annotation.Outline.OnImages;
import dev.auricle.dicom.space.Geometry;
import dev.auricle.dicom.space.Orientation;
import dev.auricle.dicom.space.PlaneGrid;
import dev.auricle.dicom.space.SlicePlane;
import dev.auricle.dicom.space.Vector;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** On three slices 2 mm apart, with pixels of 1 mm. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FlatShapesTest {
    private static final Geometry STACK = new Geometry(
            new SlicePlane(
                    new Vector(0, 0, 0),
                    new Orientation(new Vector(1, 0, 0), new Vector(0, 1, 0)),
                    new PlaneGrid(8, 8, 1, 1)),
            2,
            3);
    private static final ImageStack IMAGES = ImageStack.of(
            STACK, "1.2.9", List.of(new ImageReference("1"), new ImageReference("2"), new ImageReference("3")));

    private final FlatShapes shapes = new FlatShapes(STACK);

    @Test
    void a_shape_on_an_image_lies_on_its_slice_counted_from_the_centre_of_the_first_pixel() {
        // When
        shapes.add(
                new OnImages(
                        List.of(new ImageReference("2"), new ImageReference("elsewhere")),
                        new Shape.Circle(new Vector(3, 4, 0), new Vector(5, 4, 0))),
                IMAGES);
        // Then
        assertThat(shapes.on(1)).containsExactly(new Shape.Circle(new Vector(2.5, 3.5, 1), new Vector(4.5, 3.5, 1)));
        assertThat(shapes.on(0)).isEmpty();
    }

    @Test
    void a_shape_in_the_patient_lies_on_the_slice_that_it_is_within_half_a_spacing_of() {
        // When
        shapes.add(new InPatient("1.2.9", triangle(3.4)), IMAGES);
        shapes.add(new InPatient("other", triangle(3.4)), IMAGES);
        shapes.add(new InPatient("1.2.9", triangle(7)), IMAGES);
        // Then
        assertThat(shapes.on(2)).containsExactly(triangle(1.7));
        assertThat(shapes.on(1)).isEmpty();
    }

    @Test
    void what_is_not_flat_lies_on_no_slice() {
        // Given
        var standing = new Shape.Polygon(List.of(new Vector(0, 0, 0), new Vector(4, 0, 0), new Vector(0, 0, 4)));
        var body =
                new Shape.Ellipsoid(new Vector(3, 3, 2), new Vector(2, 0, 0), new Vector(0, 2, 0), new Vector(0, 0, 2));
        // When
        shapes.add(new InPatient("1.2.9", standing), IMAGES);
        shapes.add(new InPatient("1.2.9", body), IMAGES);
        // Then
        assertThat(List.of(shapes.on(0), shapes.on(1), shapes.on(2))).containsOnly(List.of());
    }

    @Test
    void closed_contours_of_a_region_are_polygons_and_open_ones_are_none() {
        // Given
        var points = triangle(2).corners();
        var region = new Region(
                1,
                new Naming(List.of(), List.of("LA")),
                Annotator.UNKNOWN,
                "1.2.9",
                List.of(
                        new Contour(Contour.Kind.CLOSED_PLANAR, points),
                        new Contour(Contour.Kind.OPEN_PLANAR, points)));
        // When
        shapes.add(region);
        // Then
        assertThat(shapes.on(1)).containsExactly(triangle(1));
    }

    private static Shape.Polygon triangle(double z) {
        return new Shape.Polygon(List.of(new Vector(0, 0, z), new Vector(4, 0, z), new Vector(0, 4, z)));
    }
}
