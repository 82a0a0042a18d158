package dev.auricle.ingest.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.annotation.Shape;
import dev.auricle.dicom.space.Geometry;
import dev.auricle.dicom.space.Orientation;
import dev.auricle.dicom.space.PlaneGrid;
import dev.auricle.dicom.space.SlicePlane;
import dev.auricle.dicom.space.Vector;
import dev.auricle.schemas.record.DrawnEllipse;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Drawn on pixels of 1 mm by 2 mm; prepared are pixels of half a millimetre, from 3 mm and 4 mm on. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DrawnShapesTest {
    private final DrawnShapes shapes =
            new DrawnShapes(grid(0, 0, new PlaneGrid(16, 16, 2, 1)), grid(3, 4, new PlaneGrid(32, 32, 0.5, 0.5)));

    @Test
    void a_circle_is_where_the_prepared_pixels_are_and_as_large_in_millimetres() {
        // When
        var drawn = shapes.of(List.of(new Shape.Circle(new Vector(5, 4, 1), new Vector(8, 4, 1))));
        // Then
        assertThat(drawn)
                .singleElement()
                .satisfies(shape -> assertThat(shape.getEllipse())
                        .isEqualTo(DrawnEllipse.newBuilder()
                                .setColumn(4)
                                .setRow(8)
                                .setFirstColumns(6)
                                .setSecondRows(6)
                                .build()));
    }

    @Test
    void an_ellipse_keeps_its_axes() {
        // When
        var drawn =
                shapes.of(List.of(new Shape.Ellipse(new Vector(5, 4, 1), new Vector(1, 1, 0), new Vector(-1, 1, 0))));
        // Then
        assertThat(drawn)
                .singleElement()
                .satisfies(shape -> assertThat(shape.getEllipse())
                        .isEqualTo(DrawnEllipse.newBuilder()
                                .setColumn(4)
                                .setRow(8)
                                .setFirstColumns(2)
                                .setFirstRows(4)
                                .setSecondColumns(-2)
                                .setSecondRows(4)
                                .build()));
    }

    @Test
    void a_polygon_keeps_its_corners_also_those_beyond_the_slice() {
        // When
        var drawn = shapes.of(
                List.of(new Shape.Polygon(List.of(new Vector(0, 0, 1), new Vector(5, 4, 1), new Vector(0, 4, 1)))));
        // Then
        assertThat(drawn).singleElement().satisfies(shape -> {
            assertThat(shape.getCornersList()).containsExactly(-6.0, -8.0, 4.0, 8.0, -6.0, 8.0);
            assertThat(shape.hasEllipse()).isFalse();
        });
    }

    @Test
    void of_more_corners_than_a_record_has_room_for_none_is_kept() {
        // Given
        var corners = Collections.nCopies(2049, new Vector(0, 0, 1));
        // Then
        assertThat(shapes.of(Stream.of(corners).<Shape>map(Shape.Polygon::new).toList()))
                .hasSize(1);
        assertThat(shapes.of(Stream.of(corners, corners)
                        .<Shape>map(Shape.Polygon::new)
                        .toList()))
                .isEmpty();
    }

    private static Geometry grid(double x, double y, PlaneGrid grid) {
        var axial = new Orientation(new Vector(1, 0, 0), new Vector(0, 1, 0));
        return new Geometry(new SlicePlane(new Vector(x, y, 0), axial, grid), 2, 3);
    }
}
