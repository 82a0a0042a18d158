package dev.auricle.dicom.annotation;

/** What something was drawn as. */
public enum ShapeKind {
    /** Pixel by pixel. */
    MASK,
    POLYGON,
    /** A polygon of four right angles. */
    BOX,
    CIRCLE,
    ELLIPSE,
    ELLIPSOID
}
