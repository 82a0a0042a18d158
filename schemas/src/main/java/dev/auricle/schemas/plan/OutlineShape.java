package dev.auricle.schemas.plan;

/** What an annotation may be drawn as, other than pixel by pixel. */
public enum OutlineShape {
    POLYGON,
    /** A polygon of four right angles. */
    BOX,
    CIRCLE,
    ELLIPSE,
    ELLIPSOID
}
