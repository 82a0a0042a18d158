package dev.auricle.dicom.network;

import dev.auricle.dicom.dictionary.DicomException;

/** Nobody answers at the peer's address. */
public final class UnableToConnect extends DicomException {
    public UnableToConnect(Peer peer, Throwable cause) {
        super("no connection to " + peer + ": " + cause.getMessage(), cause);
    }
}
