package dev.auricle.dicom.annotation;

/**
 * By which a thing is known again in other segmentations of the patient.
 *
 * @param id for people
 * @param uid for machines
 */
public record Tracking(String id, String uid) {
    /** Not tracked. */
    public static final Tracking NONE = new Tracking("", "");

    public Tracking {
        if (id.isEmpty() != uid.isEmpty()) {
            throw new IllegalArgumentException("tracking ID and UID go together");
        }
    }
}
