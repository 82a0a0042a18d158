package dev.auricle.dicom.network;

/** What became of one instance that was to be stored elsewhere. */
public sealed interface SendOutcome {
    /** The UID of the instance. */
    String sopInstance();

    /** The peer answered; whether it stored the instance is in the status. */
    record Answered(String sopInstance, DimseStatus status) implements SendOutcome {}

    /** There was no answer: nobody there, association rejected or lost, context not accepted. */
    record Failed(String sopInstance, Throwable cause) implements SendOutcome {}

    /** Whether the peer has the instance now. */
    default boolean isStored() {
        return this instanceof Answered answered
                && (answered.status().isSuccess() || answered.status().isWarning());
    }
}
