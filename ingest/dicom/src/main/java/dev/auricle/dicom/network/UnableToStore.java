package dev.auricle.dicom.network;

import dev.auricle.dicom.dictionary.DicomException;

/** A sink cannot take an instance; the peer is answered the status. */
public final class UnableToStore extends DicomException {
    private final DimseStatus status;

    public UnableToStore(DimseStatus status) {
        super("status " + status);
        this.status = status;
    }

    public DimseStatus status() {
        return status;
    }
}
