package dev.auricle.dicom.annotation;

import dev.auricle.dicom.annotation.Outline.InPatient;
import dev.auricle.dicom.annotation.Outline.OnImages;
import dev.auricle.dicom.space.Geometry;
import dev.auricle.dicom.space.Vector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Flat shapes on the slices of a stack on which they are filled, in indices: (column, row, slice). */
public final class FlatShapes {
    private static final double HALF = 0.5;

    private final Geometry geometry;
    private final SortedMap<Integer, List<Shape>> slices = new TreeMap<>();

    /** Without any. */
    public FlatShapes(Geometry geometry) {
        this.geometry = geometry;
    }

    /** Adds the shape of an outline, where it lies on these images. */
    public void add(Outline outline, ImageStack images) {
        if (outline instanceof OnImages onImages) {
            onImages.images()
                    .forEach(image -> images.slice(image)
                            .ifPresent(slice -> add(outline.shape(), corner -> index(corner, slice))));
        } else if (outline instanceof InPatient inPatient
                && inPatient.frameOfReference().equals(images.frameOfReference())) {
            add(outline.shape(), geometry::index);
        }
    }

    /** Adds the areas of a region as polygons. */
    public void add(Region region) {
        region.areas().stream()
                .map(Contour::points)
                .filter(points -> points.size() > 2)
                .forEach(points -> add(new Shape.Polygon(points), geometry::index));
    }

    /** Adds those of another on the same geometry. */
    public void add(FlatShapes other) {
        other.slices.forEach((slice, shapes) ->
                slices.computeIfAbsent(slice, none -> new ArrayList<>()).addAll(shapes));
    }

    /** Those on a slice. */
    public List<Shape> on(int slice) {
        return Collections.unmodifiableList(slices.getOrDefault(slice, List.of()));
    }

    private void add(Shape shape, UnaryOperator<Vector> toIndex) {
        var drawn = shape.mapped(toIndex);
        int slice = (int) Math.round(depths(drawn).average().orElse(Double.NaN));
        boolean flat = depths(drawn).allMatch(depth -> Math.abs(depth - slice) <= HALF);
        if (flat && slice >= 0 && slice < geometry.slices()) {
            slices.computeIfAbsent(slice, none -> new ArrayList<>()).add(drawn);
        }
    }

    /** Of points that it is flat between; of an ellipsoid none. */
    private static DoubleStream depths(Shape shape) {
        if (shape instanceof Shape.Polygon polygon) {
            return polygon.corners().stream().mapToDouble(Vector::z);
        }
        if (shape instanceof Shape.Circle circle) {
            return Stream.of(circle.centre()).mapToDouble(Vector::z);
        }
        return shape instanceof Shape.Ellipse ellipse
                ? Stream.of(
                                ellipse.first(),
                                ellipse.first().times(-1),
                                ellipse.second(),
                                ellipse.second().times(-1))
                        .mapToDouble(axis -> ellipse.centre().plus(axis).z())
                : DoubleStream.of(Double.NaN);
    }

    private static Vector index(Vector corner, int slice) {
        return new Vector(corner.x() - HALF, corner.y() - HALF, slice);
    }
}
