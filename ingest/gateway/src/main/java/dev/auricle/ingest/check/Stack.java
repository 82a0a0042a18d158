package dev.auricle.ingest.check;

import dev.auricle.dicom.space.Arrangement;
import dev.auricle.dicom.space.GeometryFinding;
import dev.auricle.dicom.space.Orientation;
import dev.auricle.dicom.space.PlaneGrid;
import dev.auricle.dicom.space.SlicePlane;
import dev.auricle.dicom.space.Vector;
import dev.auricle.ingest.assemble.Series;
import dev.auricle.ingest.check.Verdict.Slice;
import dev.auricle.schemas.record.SeriesInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The slices of a series in the order in which they lie. */
record Stack(Series series, List<Slice> slices, Arrangement arrangement) {
    private static final int COORDINATES = 3;

    /** From here on a slice is not turned but mirrored. */
    static final double MIRRORED_DEGREES = 165;

    /**
     * Puts them in order.
     *
     * @throws dev.auricle.dicom.space.UnableToPlace where a plane makes no sense
     */
    static Stack of(Series series) {
        var slices = new ArrayList<Slice>();
        var planes = new ArrayList<SlicePlane>();
        for (int i = 0; i < series.instances().size(); i++) {
            var instance = series.instances().get(i);
            for (int frame = 0; frame < instance.getFrames(); frame++) {
                slices.add(new Slice(i, frame));
                planes.add(plane(instance, frame));
            }
        }
        return new Stack(series, slices, Arrangement.of(planes));
    }

    private static SlicePlane plane(SeriesInstance instance, int frame) {
        var plane = plane(instance.getPlane());
        int from = frame * COORDINATES;
        return instance.getFramePositionsCount() == 0
                ? plane
                : new SlicePlane(
                        new Vector(
                                instance.getFramePositions(from),
                                instance.getFramePositions(from + 1),
                                instance.getFramePositions(from + 2)),
                        plane.orientation(),
                        plane.grid());
    }

    /** The slices as they lie. */
    List<Slice> inOrder() {
        return arrangement.order().stream().map(slices::get).toList();
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

    /** Numbers from slice 0 on: of instances, or of the frames of one. */
    int[] numbers() {
        boolean ofInstances = series.instances().size() > 1;
        return inOrder().stream()
                .mapToInt(slice ->
                        ofInstances ? series.instances().get(slice.instance()).getInstanceNumber() : slice.frame())
                .toArray();
    }

    private static Vector vector(dev.auricle.schemas.record.Vector vector) {
        return new Vector(vector.getX(), vector.getY(), vector.getZ());
    }
}
