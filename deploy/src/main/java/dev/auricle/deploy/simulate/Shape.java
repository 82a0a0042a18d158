package dev.auricle.deploy.simulate;

import dev.auricle.dicom.space.Vector;

/** A form in space, in millimetres (LPS). */
sealed interface Shape permits Blob, Column, Tube {
    /** Around where it lies. */
    Vector centre();

    /** How far from the centre it reaches at most, in millimetres. */
    double reach();

    /** Whether the place is in it. */
    boolean contains(double x, double y, double z);
}
