package dev.auricle.schemas.topic;

/** How long records stay. */
public enum Retention {
    /** The usual time ({@code topics.keep}). */
    BY_TIME,
    /** A long time ({@code topics.keepLong}). */
    LONG,
    /** For ever. */
    FOREVER,
    /** The last record of each key, for ever. */
    COMPACTED
}
