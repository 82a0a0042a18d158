package dev.auricle.dicom.web;

import dev.auricle.dicom.dictionary.DicomException;

/** A request is answered with an error of HTTP rather than with what became of its instances. */
final class UnableToServe extends DicomException {
    private final int status;

    /** The reason is shown to the client. */
    UnableToServe(int status, String reason) {
        super(reason);
        this.status = status;
    }

    int status() {
        return status;
    }
}
