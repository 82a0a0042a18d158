package dev.auricle.ingest.label;

import dev.auricle.dicom.space.Orientation;
import dev.auricle.dicom.space.Vector;
import dev.auricle.ingest.check.Verdict;
import dev.auricle.schemas.record.KnownSeries;
import java.util.List;

/** How known series of images are turned. */
final class Orientations {
    private Orientations() {}

    /** A known series with the orientation and frame of reference of its images. */
    static KnownSeries with(KnownSeries series, Verdict.Image image) {
        var orientation = image.geometry().first().orientation();
        return series.toBuilder()
                .setFrameOfReferenceUid(image.series().head().getFrameOfReferenceUid())
                .setRowDirection(record(orientation.row()))
                .setColumnDirection(record(orientation.column()))
                .build();
    }

    /** Images and, of others, those in the same frame of reference; images without one stand beside none. */
    static SameWayUp.Beside beside(KnownSeries images, List<KnownSeries> others) {
        return new SameWayUp.Beside(
                of(images),
                others.stream()
                        .filter(other -> !other.getFrameOfReferenceUid().isEmpty())
                        .filter(other -> other.getFrameOfReferenceUid().equals(images.getFrameOfReferenceUid()))
                        .map(Orientations::of)
                        .toList());
    }

    private static Orientation of(KnownSeries series) {
        return new Orientation(vector(series.getRowDirection()), vector(series.getColumnDirection()));
    }

    private static dev.auricle.schemas.record.Vector record(Vector vector) {
        return dev.auricle.schemas.record.Vector.newBuilder()
                .setX(vector.x())
                .setY(vector.y())
                .setZ(vector.z())
                .build();
    }

    private static Vector vector(dev.auricle.schemas.record.Vector vector) {
        return new Vector(vector.getX(), vector.getY(), vector.getZ());
    }
}
