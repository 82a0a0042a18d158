package dev.auricle.ingest.prepare;

import dev.auricle.dicom.annotation.Shape;
import dev.auricle.dicom.space.Geometry;
import dev.auricle.dicom.space.Vector;
import dev.auricle.schemas.record.DrawnEllipse;
import dev.auricle.schemas.record.DrawnShape;
import java.util.List;

/**
 * Shapes in the pixels of a prepared slice. So they say nothing of the patient that the slice does not show.
 *
 * @param drawn the grid in whose indices they are given
 * @param prepared of the same orientation
 */
record DrawnShapes(Geometry drawn, Geometry prepared) {
    /** So that a sample stays a record: what is weak has few. */
    private static final int MOST_CORNERS = 4096;

    /** All of them, or none where they are too many. */
    List<DrawnShape> of(List<Shape> shapes) {
        int corners = shapes.stream().mapToInt(Shape::points).sum();
        return corners > MOST_CORNERS
                ? List.of()
                : shapes.stream()
                        .map(shape -> shape.mapped(index -> prepared.index(drawn.position(index))))
                        .map(this::record)
                        .toList();
    }

    private DrawnShape record(Shape shape) {
        if (shape instanceof Shape.Circle circle) {
            return record(ellipse(circle));
        }
        if (shape instanceof Shape.Ellipse ellipse) {
            return record(ellipse);
        }
        var record = DrawnShape.newBuilder();
        ((Shape.Polygon) shape)
                .corners()
                .forEach(corner -> record.addCorners(corner.x()).addCorners(corner.y()));
        return record.build();
    }

    private static DrawnShape record(Shape.Ellipse ellipse) {
        return DrawnShape.newBuilder()
                .setEllipse(DrawnEllipse.newBuilder()
                        .setColumn(ellipse.centre().x())
                        .setRow(ellipse.centre().y())
                        .setFirstColumns(ellipse.first().x())
                        .setFirstRows(ellipse.first().y())
                        .setSecondColumns(ellipse.second().x())
                        .setSecondRows(ellipse.second().y()))
                .build();
    }

    /** A circle is one in millimetres. */
    private Shape.Ellipse ellipse(Shape.Circle circle) {
        var grid = prepared.first().grid();
        var radius = circle.onPerimeter().minus(circle.centre());
        double millimetres = Math.hypot(radius.x() * grid.columnSpacing(), radius.y() * grid.rowSpacing());
        return new Shape.Ellipse(
                circle.centre(),
                new Vector(millimetres / grid.columnSpacing(), 0, 0),
                new Vector(0, millimetres / grid.rowSpacing(), 0));
    }
}
