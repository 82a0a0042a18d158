package dev.auricle.dicom.network;

import dev.auricle.dicom.dictionary.DicomException;

/** A sink cannot take an instance; the peer is answered the status. */
public final class UnableToStore extends DicomException {
    private final StoreStatus status;

    public UnableToStore(StoreStatus status) {
        super("status " + status);
        this.status = status;
    }

    public StoreStatus status() {
        return status;
    }
}
