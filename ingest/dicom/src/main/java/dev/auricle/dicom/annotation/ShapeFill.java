package dev.auricle.dicom.annotation;

import dev.auricle.dicom.annotation.ContourFinding.OffPlane;
import dev.auricle.dicom.annotation.ContourFinding.OutsideImage;
import dev.auricle.dicom.annotation.Shape.Circle;
import dev.auricle.dicom.annotation.Shape.Ellipse;
import dev.auricle.dicom.annotation.Shape.Ellipsoid;
import dev.auricle.dicom.annotation.Shape.Polygon;
import dev.auricle.dicom.space.Geometry;
import dev.auricle.dicom.space.Vector;
import java.util.List;
import java.util.Optional;

/**
 * Which voxels of a stack have their centres in a shape that is given in indices (column, row, slice). What is flat goes
 * on the slice within half a spacing of all of it.
 */
final class ShapeFill {
    private static final double HALF = 0.5;
    private static final Vector THROUGH_ONE_SLICE = new Vector(0, 0, HALF);

    private final Geometry geometry;
    private final Spans spans;

    ShapeFill(Geometry geometry, Spans spans) {
        this.geometry = geometry;
        this.spans = spans;
    }

    /** Adds the shape's spans, or says why there are none; the number is what it is called in that case. */
    Optional<ContourFinding> fill(Shape shape, int number) {
        if (shape instanceof Polygon polygon) {
            return flat(
                    polygon.corners(), number, slice -> PolygonFill.fill(polygon.corners(), slice, geometry, spans));
        }
        if (shape instanceof Circle circle) {
            return fill(ellipse(circle), number);
        }
        if (shape instanceof Ellipse ellipse) {
            return flat(ends(ellipse), number, slice -> fillEllipse(ellipse, slice));
        }
        return fillEllipsoid((Ellipsoid) shape, number);
    }

    private Optional<ContourFinding> fillEllipsoid(Ellipsoid shape, int number) {
        var body = new Vector[] {shape.first(), shape.second(), shape.third()};
        double reach = Math.sqrt(shape.first().z() * shape.first().z()
                + shape.second().z() * shape.second().z()
                + shape.third().z() * shape.third().z());
        if (!(shape.centre().z() + reach > -HALF && shape.centre().z() - reach < geometry.slices() - HALF)) {
            return Optional.of(new OutsideImage(number));
        }
        EllipsoidFill.fill(shape.centre(), body, geometry, spans);
        return Optional.empty();
    }

    private void fillEllipse(Ellipse ellipse, int slice) {
        EllipsoidFill.fill(
                onSlice(ellipse.centre(), slice),
                new Vector[] {onSlice(ellipse.first(), 0), onSlice(ellipse.second(), 0), THROUGH_ONE_SLICE},
                geometry,
                spans);
    }

    private Ellipse ellipse(Circle circle) {
        var grid = geometry.first().grid();
        var radius = circle.onPerimeter().minus(circle.centre());
        double millimetres = Math.hypot(radius.x() * grid.columnSpacing(), radius.y() * grid.rowSpacing());
        return new Ellipse(
                circle.centre(),
                new Vector(millimetres / grid.columnSpacing(), 0, 0),
                new Vector(0, millimetres / grid.rowSpacing(), 0));
    }

    private static List<Vector> ends(Ellipse ellipse) {
        return List.of(
                ellipse.centre().plus(ellipse.first()),
                ellipse.centre().minus(ellipse.first()),
                ellipse.centre().plus(ellipse.second()),
                ellipse.centre().minus(ellipse.second()));
    }

    private static Vector onSlice(Vector index, int slice) {
        return new Vector(index.x(), index.y(), slice);
    }

    /** Fills on the one slice on which the points lie. */
    private Optional<ContourFinding> flat(List<Vector> points, int number, OnSlice fill) {
        double depth = points.stream().mapToDouble(Vector::z).average().orElse(Double.NaN);
        int slice = (int) Math.round(depth);
        double off = points.stream()
                .mapToDouble(point -> Math.abs(point.z() - slice))
                .max()
                .orElse(0);
        if (slice < 0 || slice >= geometry.slices()) {
            return Optional.of(new OutsideImage(number));
        }
        if (!(off <= HALF)) {
            return Optional.of(new OffPlane(number, off * geometry.sliceSpacing()));
        }
        fill.on(slice);
        return Optional.empty();
    }

    /** Fills a slice. */
    private interface OnSlice {
        void on(int slice);
    }
}
