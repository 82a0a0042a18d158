package dev.auricle.dicom.network;

/**
 * How far a retrieval is, in instances, as far as the peer tells; what it does not tell is 0.
 *
 * @param warning sent, though not quite as they are
 */
public record SubOperations(int remaining, int completed, int failed, int warning) {
    /** Nothing yet. */
    public static final SubOperations NONE = new SubOperations(0, 0, 0, 0);
}
