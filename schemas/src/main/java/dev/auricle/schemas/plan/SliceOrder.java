package dev.auricle.schemas.plan;

/** How the numbers of a series' instances must run along its stack. */
public enum SliceOrder {
    /** As they like: positions alone decide. */
    ANY,
    /** Upwards from one end to the other. */
    NUMBERED
}
