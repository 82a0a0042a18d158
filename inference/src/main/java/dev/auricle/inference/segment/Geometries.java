package dev.auricle.inference.segment;

import dev.auricle.dicom.space.Geometry;
import dev.auricle.dicom.space.Orientation;
import dev.auricle.dicom.space.PlaneGrid;
import dev.auricle.dicom.space.SlicePlane;
import dev.auricle.dicom.space.Vector;

/** Reads a grid in patient space from a record. */
public final class Geometries {
    private Geometries() {}

    /** The grid. */
    public static Geometry of(dev.auricle.schemas.record.Geometry geometry) {
        var grid = new PlaneGrid(
                geometry.getRows(), geometry.getColumns(), geometry.getRowSpacing(), geometry.getColumnSpacing());
        var orientation = new Orientation(of(geometry.getRowDirection()), of(geometry.getColumnDirection()));
        return new Geometry(
                new SlicePlane(of(geometry.getOrigin()), orientation, grid),
                geometry.getSliceSpacing(),
                geometry.getSlices());
    }

    private static Vector of(dev.auricle.schemas.record.Vector vector) {
        return new Vector(vector.getX(), vector.getY(), vector.getZ());
    }
}
