package dev.auricle.dicom.space;

/** Labels on a geometry, for example 1 inside a structure and 0 outside. The array is the mask's own, not a copy. */
public final class Mask {
    private final Geometry geometry;
    private final byte[] labels;

    /** Labels [slice, row, column]. */
    public Mask(Geometry geometry, byte[] labels) {
        if (labels.length != geometry.voxels()) {
            throw new IllegalArgumentException(labels.length + " labels on a geometry of " + geometry.voxels());
        }
        this.geometry = geometry;
        this.labels = labels;
    }

    /** Label 0 everywhere. */
    public static Mask empty(Geometry geometry) {
        return new Mask(geometry, new byte[geometry.voxels()]);
    }

    public Geometry geometry() {
        return geometry;
    }

    /** [slice, row, column]. */
    public byte[] labels() {
        return labels;
    }

    /** How many voxels have the label. */
    public int count(int label) {
        int count = 0;
        for (byte each : labels) {
            count += each == (byte) label ? 1 : 0;
        }
        return count;
    }

    public double millilitres(int label) {
        return count(label) * geometry.millimetresCubedPerVoxel() / 1000;
    }
}
