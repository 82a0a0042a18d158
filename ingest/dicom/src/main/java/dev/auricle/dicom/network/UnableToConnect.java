package dev.auricle.dicom.network;

import dev.auricle.dicom.dictionary.DicomException;
import dev.auricle.dicom.tls.TlsComplaint;

/** Nobody answers at the peer's address, or not somebody to speak TLS with. */
public final class UnableToConnect extends DicomException {
    public UnableToConnect(Peer peer, Throwable cause) {
        super("no connection to " + peer + ": " + TlsComplaint.about(cause).orElseGet(cause::getMessage), cause);
    }
}
