package dev.auricle.dicom.annotation;

import dev.auricle.dicom.annotation.Shape.Circle;
import dev.auricle.dicom.annotation.Shape.Ellipse;
import dev.auricle.dicom.annotation.Shape.Ellipsoid;
import dev.auricle.dicom.annotation.Shape.Polygon;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.space.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A Graphic Type and its Graphic Data, as reports and presentation states have them (PS3.3, C.10.5, C.18.6, C.18.9).
 *
 * @param points of two dimensions with a third that is 0, or of three
 */
public record Graphic(String type, List<Vector> points) {
    private static final int FEWEST_CORNERS = 3;

    /** How far apart ends may be that are written as the same, in pixels or millimetres. */
    private static final double SAME = 1e-3;

    public Graphic {
        points = List.copyOf(points);
    }

    /** What an item has, in (column, row) or in (x, y, z). */
    public static Graphic of(DataSet item, int dimensions) {
        return new Graphic(item.require(Tags.GRAPHIC_TYPE).string(), points(item, dimensions));
    }

    /** The points of Graphic Data. */
    public static List<Vector> points(DataSet item, int dimensions) {
        var numbers = item.require(Tags.GRAPHIC_DATA).numbers();
        if (numbers.length % dimensions != 0) {
            throw new UnableToReadAnnotation(
                    "a graphic of " + numbers.length + " numbers in " + dimensions + " dimensions");
        }
        var points = new ArrayList<Vector>();
        for (int i = 0; i < numbers.length; i += dimensions) {
            points.add(point(numbers, i, dimensions));
        }
        return points;
    }

    private static Vector point(double[] numbers, int first, int dimensions) {
        for (int i = first; i < first + dimensions; i++) {
            if (!Double.isFinite(numbers[i])) {
                throw new UnableToReadAnnotation("a graphic with a point that is nowhere");
            }
        }
        return new Vector(numbers[first], numbers[first + 1], dimensions > 2 ? numbers[first + 2] : 0);
    }

    /** What it bounds: nothing if it is a point, several points, or a line whose end is not its beginning. */
    public Optional<Shape> shape() {
        return switch (type) {
            case "POLYLINE" -> isClosed() ? polygon(points) : Optional.empty();
            case "INTERPOLATED" -> isClosed() ? curve() : Optional.empty();
            case "POLYGON" -> polygon(points);
            case "CIRCLE" -> Optional.of(circle());
            case "ELLIPSE" -> Optional.of(ellipse());
            case "ELLIPSOID" -> Optional.of(Ellipsoid.ofAxes(exactly(6)));
            default -> Optional.empty();
        };
    }

    /** What it bounds where it is known to bound something: a line's end is then joined to its beginning. */
    public Optional<Shape> region() {
        return switch (type) {
            case "POLYLINE" -> polygon(points);
            case "INTERPOLATED" -> curve();
            default -> shape();
        };
    }

    private Circle circle() {
        return new Circle(exactly(2).get(0), points.get(1));
    }

    private Ellipse ellipse() {
        var ends = exactly(4);
        return Ellipse.ofAxes(ends.get(0), ends.get(1), ends.get(2), ends.get(3));
    }

    private List<Vector> exactly(int count) {
        if (points.size() != count) {
            throw new UnableToReadAnnotation("a graphic of " + points.size() + " points instead of " + count);
        }
        return points;
    }

    private boolean isClosed() {
        return !points.isEmpty() && areSame(points.get(0), points.get(points.size() - 1));
    }

    private static boolean areSame(Vector first, Vector second) {
        return first.minus(second).length() < SAME;
    }

    private static Optional<Shape> polygon(List<Vector> line) {
        var corners = corners(line);
        return corners.size() < FEWEST_CORNERS ? Optional.empty() : Optional.of(new Polygon(corners));
    }

    private Optional<Shape> curve() {
        var corners = corners(points);
        return corners.size() < FEWEST_CORNERS
                ? Optional.empty()
                : Optional.of(new Polygon(ClosedCurve.through(corners), corners.size()));
    }

    /** The points of a line that is joined to itself, none of them twice in a row. */
    private static List<Vector> corners(List<Vector> line) {
        var corners = new ArrayList<Vector>();
        for (var point : line) {
            if (corners.isEmpty() || !areSame(corners.get(corners.size() - 1), point)) {
                corners.add(point);
            }
        }
        if (corners.size() > 1 && areSame(corners.get(0), corners.get(corners.size() - 1))) {
            corners.remove(corners.size() - 1);
        }
        return corners;
    }
}
