package dev.auricle.ingest.check;

import dev.auricle.dicom.space.Arrangement;
import dev.auricle.dicom.space.GeometryFinding;
import dev.auricle.dicom.space.Orientation;
import dev.auricle.dicom.space.PlaneGrid;
import dev.auricle.dicom.space.SlicePlane;
import dev.auricle.dicom.space.Vector;
import dev.auricle.ingest.assemble.Series;
import java.util.Optional;
import java.util.stream.Stream;

/** The slices of a series in the order in which they lie. */
record Stack(Series series, Arrangement arrangement) {
    /** From here on a slice is not turned but mirrored. */
    static final double MIRRORED_DEGREES = 165;

    /**
     * Puts them in order.
     *
     * @throws dev.auricle.dicom.space.UnableToPlace where a plane makes no sense
     */
    static Stack of(Series series) {
        var planes = series.instances().stream()
                .map(instance -> plane(instance.getPlane()))
                .toList();
        return new Stack(series, Arrangement.of(planes));
    }

    static SlicePlane plane(dev.auricle.schemas.record.SlicePlane plane) {
        return new SlicePlane(
                vector(plane.getPosition()),
                new Orientation(vector(plane.getRowDirection()), vector(plane.getColumnDirection())),
                new PlaneGrid(plane.getRows(), plane.getColumns(), plane.getRowSpacing(), plane.getColumnSpacing()));
    }

    /** The first finding of a kind against its being a stack. */
    <F extends GeometryFinding> Optional<F> finding(Class<F> kind) {
        return findings(kind).findFirst();
    }

    /** All findings of a kind. */
    <F extends GeometryFinding> Stream<F> findings(Class<F> kind) {
        return arrangement.findings().stream().filter(kind::isInstance).map(kind::cast);
    }

    /** Pixel grids of the slices. */
    Stream<PlaneGrid> grids() {
        return arrangement.planes().stream().map(SlicePlane::grid);
    }

    /** Instance numbers from slice 0 on. */
    int[] instanceNumbers() {
        return arrangement.order().stream()
                .mapToInt(index -> series.instances().get(index).getInstanceNumber())
                .toArray();
    }

    private static Vector vector(dev.auricle.schemas.record.Vector vector) {
        return new Vector(vector.getX(), vector.getY(), vector.getZ());
    }
}
