package dev.auricle.dicom.web;

import dev.auricle.dicom.dictionary.DicomException;
import java.util.OptionalInt;

/** A server of DICOMweb did not answer, or with an error. The message names no study and no patient. */
public final class UnableToAsk extends DicomException {
    private final OptionalInt status;

    UnableToAsk(WebPeer peer, String what, int status) {
        super(peer + " answers " + status + " where " + what + " is asked for");
        this.status = OptionalInt.of(status);
    }

    UnableToAsk(WebPeer peer, String what, String why) {
        super(peer + " " + why + " where " + what + " is asked for");
        this.status = OptionalInt.empty();
    }

    /** The status of HTTP; empty where there was none, or what came with it could not be read. */
    public OptionalInt status() {
        return status;
    }
}
