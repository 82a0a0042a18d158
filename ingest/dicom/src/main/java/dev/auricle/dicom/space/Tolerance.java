package dev.auricle.dicom.space;

/**
 * What still counts as equal when planes are put in order.
 *
 * @param degrees between orientations
 * @param spacing between pixel spacings, as a fraction
 * @param gap between distances of neighbours, and to the side, as a fraction of the usual distance
 * @param millimetres below which two positions are the same
 */
public record Tolerance(double degrees, double spacing, double gap, double millimetres) {
    /** 0.1 degrees, 0.1 %, 5 % and 0.01 mm. */
    public static final Tolerance DEFAULT = new Tolerance(0.1, 1e-3, 0.05, 0.01);
}
