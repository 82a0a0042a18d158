package dev.auricle.dicom.annotation;

import dev.auricle.dicom.dictionary.DicomException;

/** Masks, source images and descriptions do not go together. */
public final class UnableToWriteAnnotation extends DicomException {
    public UnableToWriteAnnotation(String complaint) {
        super(complaint);
    }
}
