package dev.auricle.dicom.web;

import dev.auricle.dicom.network.DimseStatus;

/** What became of one instance of a request or of an answer. */
public sealed interface StoreOutcome {
    DimseStatus status();

    /** An instance that says what it is. */
    record Identified(String sopClass, String sopInstance, DimseStatus status) implements StoreOutcome {
        /** Without the instance, which identifies a patient's image. */
        @Override
        public String toString() {
            return "instance " + status;
        }
    }

    /** A part that is no instance, or does not say which. */
    record Unidentified(DimseStatus status) implements StoreOutcome {}

    /** Whether the instance is stored. */
    default boolean isStored() {
        return status().isSuccess() || status().isWarning();
    }
}
