package dev.auricle.ingest.prepare;

import dev.auricle.dicom.space.Geometry;
import dev.auricle.dicom.space.Vector;

/** A grid in patient space as a record. */
final class GeometryRecords {
    private GeometryRecords() {}

    static dev.auricle.schemas.record.Geometry of(Geometry geometry) {
        var plane = geometry.first();
        return dev.auricle.schemas.record.Geometry.newBuilder()
                .setOrigin(of(plane.position()))
                .setRowDirection(of(plane.orientation().row()))
                .setColumnDirection(of(plane.orientation().column()))
                .setSliceSpacing(geometry.sliceSpacing())
                .setRowSpacing(plane.grid().rowSpacing())
                .setColumnSpacing(plane.grid().columnSpacing())
                .setRows(geometry.rows())
                .setColumns(geometry.columns())
                .setSlices(geometry.slices())
                .build();
    }

    private static dev.auricle.schemas.record.Vector of(Vector vector) {
        return dev.auricle.schemas.record.Vector.newBuilder()
                .setX(vector.x())
                .setY(vector.y())
                .setZ(vector.z())
                .build();
    }
}
