package dev.auricle.dicom.space;

/**
 * A stack of equal planes at equal distances along their normal. An index is (column, row, slice), counted from 0, and
 * whole numbers are centres of voxels; arrays on a geometry are [slice, row, column].
 *
 * @param first the plane of slice 0
 * @param sliceSpacing millimetres from the centre of one slice to that of the next
 */
public record Geometry(SlicePlane first, double sliceSpacing, int slices) {
    public Geometry {
        if (slices < 1 || !(sliceSpacing > 0) || !Double.isFinite(sliceSpacing)) {
            throw new UnableToPlace(slices + " slices " + sliceSpacing + " mm apart");
        }
        long voxels = (long) slices * first.grid().rows() * first.grid().columns();
        if (voxels > Integer.MAX_VALUE - 16) {
            throw new UnableToPlace(voxels + " voxels are more than one array holds");
        }
    }

    public int rows() {
        return first.grid().rows();
    }

    public int columns() {
        return first.grid().columns();
    }

    public int voxels() {
        return slices * rows() * columns();
    }

    /** Where a slice begins in an array [slice, row, column]. */
    public int offset(int slice) {
        return slice * rows() * columns();
    }

    public double millimetresCubedPerVoxel() {
        return first.grid().rowSpacing() * first.grid().columnSpacing() * sliceSpacing;
    }

    public SlicePlane plane(int slice) {
        return first.moved(slice * sliceSpacing);
    }

    /** The position of an index (column, row, slice), in millimetres (LPS). */
    public Vector position(Vector index) {
        var orientation = first.orientation();
        return first.position()
                .plus(orientation.row().times(index.x() * first.grid().columnSpacing()))
                .plus(orientation.column().times(index.y() * first.grid().rowSpacing()))
                .plus(orientation.normal().times(index.z() * sliceSpacing));
    }

    /** The index (column, row, slice) of a position in millimetres (LPS); not a whole number, as a rule. */
    public Vector index(Vector position) {
        var offset = position.minus(first.position());
        var orientation = first.orientation();
        return new Vector(
                offset.dot(orientation.row()) / first.grid().columnSpacing(),
                offset.dot(orientation.column()) / first.grid().rowSpacing(),
                offset.dot(orientation.normal()) / sliceSpacing);
    }
}
