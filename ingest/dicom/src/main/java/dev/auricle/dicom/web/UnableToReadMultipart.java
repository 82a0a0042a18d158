package dev.auricle.dicom.web;

import dev.auricle.dicom.dictionary.DicomException;

/** A body is not multipart, or beyond the limits. */
public final class UnableToReadMultipart extends DicomException {
    private final MultipartFlaw flaw;

    UnableToReadMultipart(MultipartFlaw flaw) {
        super(flaw.toString());
        this.flaw = flaw;
    }

    public MultipartFlaw flaw() {
        return flaw;
    }
}
