package dev.auricle.schemas.plan;

/** What a habit of drawing does to a label. */
public enum LabelOperation {
    /** Thin parts are lost. */
    OPENING,
    /** Gaps are closed. */
    CLOSING,
    /** Drawn too small. */
    EROSION,
    /** Drawn too large. */
    DILATION
}
