package dev.auricle.dicom.space;

import dev.auricle.dicom.dictionary.DicomException;

/** An image does not say where it lies in the patient, or says something that cannot be. */
public final class UnableToPlace extends DicomException {
    public UnableToPlace(String complaint) {
        super(complaint);
    }
}
