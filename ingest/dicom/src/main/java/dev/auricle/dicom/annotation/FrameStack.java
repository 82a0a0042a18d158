package dev.auricle.dicom.annotation;

import dev.auricle.dicom.space.Geometry;
import dev.auricle.dicom.space.Orientation;
import dev.auricle.dicom.space.PlaneGrid;
import dev.auricle.dicom.space.SlicePlane;
import dev.auricle.dicom.space.Tolerance;
import java.util.List;

/** Finds the regular stack on which frames lie, some of its slices perhaps without any. */
final class FrameStack {
    /** How far from the middle of a voxel a frame's own may lie, in voxels. */
    private static final double SLACK = 0.1;

    private static final long MOST_SLICES = 1 << 12;

    private FrameStack() {}

    static Geometry of(SegmentFrames frames) {
        var first = planes(frames).get(0);
        var positions = planes(frames).stream()
                .mapToDouble(plane -> along(first, plane))
                .sorted()
                .toArray();
        var bottom = first.moved(positions[0]);
        double extent = positions[positions.length - 1] - positions[0];
        var stack = extent < Tolerance.DEFAULT.millimetres()
                ? new Geometry(bottom, frames.spacing() > 0 ? frames.spacing() : frames.thickness(), 1)
                : stack(bottom, extent, spacing(frames, positions));
        planes(frames).forEach(plane -> slice(plane, stack));
        return stack;
    }

    private static List<SlicePlane> planes(SegmentFrames frames) {
        return frames.frames().stream().map(FrameStack::plane).toList();
    }

    private static SlicePlane plane(SegmentFrame frame) {
        if (frame.place() instanceof FramePlace.InPatient inPatient) {
            return inPatient.plane();
        }
        throw new UnableToReadAnnotation("a frame says no position of its own");
    }

    private static double along(SlicePlane first, SlicePlane plane) {
        return plane.position().minus(first.position()).dot(first.orientation().normal());
    }

    private static Geometry stack(SlicePlane bottom, double extent, double spacing) {
        long steps = Math.round(extent / spacing);
        if (steps >= MOST_SLICES) {
            throw new UnableToReadAnnotation("the frames lie " + steps + " slices apart");
        }
        return new Geometry(bottom, extent / steps, (int) steps + 1);
    }

    /** What is said if all gaps are multiples of it, else the smallest gap. */
    private static double spacing(SegmentFrames frames, double[] positions) {
        double smallest = Double.POSITIVE_INFINITY;
        boolean multiples = frames.spacing() > 0;
        for (int i = 1; i < positions.length; i++) {
            double gap = positions[i] - positions[i - 1];
            if (gap > Tolerance.DEFAULT.millimetres()) {
                smallest = Math.min(smallest, gap);
                double steps = gap / frames.spacing();
                multiples &= Math.round(steps) > 0 && Math.abs(steps - Math.rint(steps)) < SLACK;
            }
        }
        return multiples ? frames.spacing() : smallest;
    }

    /** The slice of the geometry a frame lies on, pixel on pixel. */
    static int slice(SlicePlane plane, Geometry geometry) {
        var index = geometry.index(plane.position());
        int slice = (int) Math.round(index.z());
        boolean placed = Math.abs(index.x()) < SLACK
                && Math.abs(index.y()) < SLACK
                && Math.abs(index.z() - slice) < SLACK
                && slice >= 0
                && slice < geometry.slices();
        if (!placed || !isAlike(plane, geometry.first())) {
            throw new UnableToReadAnnotation("a frame does not lie on a slice of the image, pixel on pixel");
        }
        return slice;
    }

    private static boolean isAlike(SlicePlane plane, SlicePlane other) {
        return plane.grid().rows() == other.grid().rows()
                && plane.grid().columns() == other.grid().columns()
                && isAlike(plane.grid(), other.grid())
                && isAlike(plane.orientation(), other.orientation());
    }

    private static boolean isAlike(PlaneGrid grid, PlaneGrid other) {
        double slack = Tolerance.DEFAULT.spacing();
        return Math.abs(grid.rowSpacing() / other.rowSpacing() - 1) < slack
                && Math.abs(grid.columnSpacing() / other.columnSpacing() - 1) < slack;
    }

    private static boolean isAlike(Orientation orientation, Orientation other) {
        return orientation.degreesTo(other) < Tolerance.DEFAULT.degrees();
    }
}
