package dev.auricle.dicom.space;

/** Why planes are not one stack. Planes are counted from 0, as they were given. */
public sealed interface GeometryFinding {
    /** There is no plane at all. */
    record Nothing() implements GeometryFinding {}

    /** One plane alone does not tell how thick it is. */
    record SinglePlane() implements GeometryFinding {}

    /** A plane is turned against the first. */
    record MixedOrientation(int plane, double degrees) implements GeometryFinding {}

    /** A plane has other rows or columns than the first. */
    record MixedSize(int plane, int rows, int columns) implements GeometryFinding {}

    /** A plane has another pixel spacing than the first, in millimetres. */
    record MixedSpacing(int plane, double rowSpacing, double columnSpacing) implements GeometryFinding {}

    /** Two planes lie in one place. */
    record DuplicatePosition(int plane, int other) implements GeometryFinding {}

    /** Two neighbours are further apart, or less far, than most are, in millimetres. */
    record UnevenGap(int plane, int next, double gap, double usualGap) implements GeometryFinding {}

    /** A plane does not lie behind the first along its normal but to the side, in millimetres. */
    record Sheared(int plane, double aside) implements GeometryFinding {}
}
