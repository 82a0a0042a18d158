package dev.auricle.dicom.annotation;

import dev.auricle.dicom.space.Vector;
import java.util.List;
import java.util.function.UnaryOperator;

/** What bounds an area or a body, in the pixels of an image or in the patient. Points and open lines bound none. */
public sealed interface Shape {
    ShapeKind kind();

    /** How many points it was drawn by. */
    int points();

    /** The same in another coordinate system; the map keeps straight lines straight and parallels parallel. */
    Shape mapped(UnaryOperator<Vector> map);

    /**
     * A polygon; its last corner is joined to the first.
     *
     * @param points by how many it was drawn; fewer than corners where a curve was laid through them
     */
    record Polygon(List<Vector> corners, int points) implements Shape {
        public Polygon {
            corners = List.copyOf(corners);
            if (corners.size() < 3) {
                throw new UnableToReadAnnotation("a polygon of " + corners.size() + " corners");
            }
        }

        public Polygon(List<Vector> corners) {
            this(corners, corners.size());
        }

        @Override
        public ShapeKind kind() {
            return RightAngles.areAll(corners) ? ShapeKind.BOX : ShapeKind.POLYGON;
        }

        @Override
        public Polygon mapped(UnaryOperator<Vector> map) {
            return new Polygon(corners.stream().map(map).toList(), points);
        }
    }

    /** A circle on an image: one as it is seen, in millimetres, also where pixels are no squares. */
    record Circle(Vector centre, Vector onPerimeter) implements Shape {
        @Override
        public ShapeKind kind() {
            return ShapeKind.CIRCLE;
        }

        @Override
        public int points() {
            return 2;
        }

        @Override
        public Circle mapped(UnaryOperator<Vector> map) {
            return new Circle(map.apply(centre), map.apply(onPerimeter));
        }
    }

    /** An ellipse: its centre, and from there the ends of its two axes. */
    record Ellipse(Vector centre, Vector first, Vector second) implements Shape {
        /** From the ends of the one axis and of the other. */
        public static Ellipse ofAxes(Vector begin, Vector end, Vector otherBegin, Vector otherEnd) {
            return new Ellipse(middle(begin, end), half(begin, end), half(otherBegin, otherEnd));
        }

        @Override
        public ShapeKind kind() {
            return ShapeKind.ELLIPSE;
        }

        @Override
        public int points() {
            return 4;
        }

        @Override
        public Ellipse mapped(UnaryOperator<Vector> map) {
            return new Ellipse(map.apply(centre), axis(centre, first, map), axis(centre, second, map));
        }
    }

    /** An ellipsoid: its centre, and from there the ends of its three axes. */
    record Ellipsoid(Vector centre, Vector first, Vector second, Vector third) implements Shape {
        /** From the six ends of its axes, the two of an axis one after the other. */
        public static Ellipsoid ofAxes(List<Vector> ends) {
            return new Ellipsoid(
                    middle(ends.get(0), ends.get(1)),
                    half(ends.get(0), ends.get(1)),
                    half(ends.get(2), ends.get(3)),
                    half(ends.get(4), ends.get(5)));
        }

        @Override
        public ShapeKind kind() {
            return ShapeKind.ELLIPSOID;
        }

        @Override
        public int points() {
            return 6;
        }

        @Override
        public Ellipsoid mapped(UnaryOperator<Vector> map) {
            return new Ellipsoid(
                    map.apply(centre), axis(centre, first, map), axis(centre, second, map), axis(centre, third, map));
        }
    }

    private static Vector middle(Vector begin, Vector end) {
        return begin.plus(end).times(1.0 / 2);
    }

    private static Vector half(Vector begin, Vector end) {
        return end.minus(begin).times(1.0 / 2);
    }

    private static Vector axis(Vector centre, Vector axis, UnaryOperator<Vector> map) {
        return map.apply(centre.plus(axis)).minus(map.apply(centre));
    }
}
