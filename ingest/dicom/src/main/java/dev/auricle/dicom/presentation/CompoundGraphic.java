package dev.auricle.dicom.presentation;

import dev.auricle.dicom.annotation.Graphic;
import dev.auricle.dicom.annotation.Shape;
import dev.auricle.dicom.annotation.Shape.Ellipse;
import dev.auricle.dicom.annotation.Shape.Polygon;
import dev.auricle.dicom.annotation.UnableToReadAnnotation;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.space.Vector;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * An item of the Compound Graphic Sequence (PS3.3, C.10.5.1): a RECTANGLE or an ELLIPSE, by the two corners of the box
 * that it fills and an angle by which it is turned. The other types are lines.
 */
final class CompoundGraphic {
    private CompoundGraphic() {}

    /** What it bounds, in pixels, when its points are given in what {@code toPixels} maps. */
    static Optional<Shape> shape(DataSet item, UnaryOperator<Vector> toPixels) {
        var type = item.require(Tags.COMPOUND_GRAPHIC_TYPE).string();
        if (!type.equals("RECTANGLE") && !type.equals("ELLIPSE")) {
            return Optional.empty();
        }
        var turn = turn(item, toPixels);
        var box = box(item).stream().map(toPixels).map(turn).toList();
        return Optional.of(type.equals("RECTANGLE") ? new Polygon(box) : ellipse(box));
    }

    private static List<Vector> box(DataSet item) {
        var points = Graphic.points(item, 2);
        if (points.size() != 2) {
            throw new UnableToReadAnnotation("a box of " + points.size() + " corners instead of 2");
        }
        var first = points.get(0);
        var last = points.get(1);
        return List.of(first, new Vector(last.x(), first.y(), 0), last, new Vector(first.x(), last.y(), 0));
    }

    private static Ellipse ellipse(List<Vector> box) {
        return Ellipse.ofAxes(
                middle(box.get(0), box.get(3)),
                middle(box.get(1), box.get(2)),
                middle(box.get(0), box.get(1)),
                middle(box.get(3), box.get(2)));
    }

    private static Vector middle(Vector first, Vector second) {
        return first.plus(second).times(1.0 / 2);
    }

    /** Counter-clockwise as it is seen, about the rotation point; the row index grows downwards. */
    private static UnaryOperator<Vector> turn(DataSet item, UnaryOperator<Vector> toPixels) {
        double degrees = item.find(Tags.ROTATION_ANGLE).map(Value::number).orElse(0.0);
        if (degrees == 0) {
            return UnaryOperator.identity();
        }
        var about = item.require(Tags.ROTATION_POINT).numbers(2);
        var pivot = toPixels.apply(new Vector(about[0], about[1], 0));
        double cosine = Math.cos(Math.toRadians(degrees));
        double sine = Math.sin(Math.toRadians(degrees));
        return point -> {
            var arm = point.minus(pivot);
            return pivot.plus(new Vector(cosine * arm.x() + sine * arm.y(), cosine * arm.y() - sine * arm.x(), 0));
        };
    }
}
