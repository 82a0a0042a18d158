package dev.auricle.dicom.network;

/** An instance by its UIDs; the second identifies a patient's image, so it is not to be logged. */
public record InstanceReference(String sopClass, String sopInstance) {
    /** Without the instance. */
    @Override
    public String toString() {
        return "an instance of " + sopClass;
    }
}
