package dev.auricle.schemas.key;

/** A record key with several parts, written as one path such as {@code atrium/3/0/north}. */
public interface PathKey {
    /** The key as it stands in the log. */
    String path();
}
