package dev.auricle.dicom.annotation;

import dev.auricle.dicom.dictionary.DicomException;

/** An object is not an annotation of a kind that is read here, or contradicts itself. */
public final class UnableToReadAnnotation extends DicomException {
    public UnableToReadAnnotation(String complaint) {
        super(complaint);
    }
}
