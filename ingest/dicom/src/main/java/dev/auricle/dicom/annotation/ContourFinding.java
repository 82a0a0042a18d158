package dev.auricle.dicom.annotation;

/** Why a contour, or another shape, is not in the mask. They are counted from 0, as the region lists them. */
public sealed interface ContourFinding {
    /** It bounds no area: a point, a line, or fewer than three points. */
    record NotClosed(int contour) implements ContourFinding {}

    /** Its points do not lie on one slice of the image, but up to so many millimetres beside it. */
    record OffPlane(int contour, double millimetres) implements ContourFinding {}

    /** It lies in front of the first slice or behind the last. */
    record OutsideImage(int contour) implements ContourFinding {}
}
