package dev.auricle.dicom.pdu;

import dev.auricle.dicom.dictionary.DicomException;

/** The peer sent something that is not a protocol data unit; the abort says it back. */
public final class UnableToReadPdu extends DicomException {
    private final Abort abort;
    private final String complaint;

    public UnableToReadPdu(Abort abort, String complaint) {
        super(complaint);
        this.abort = abort;
        this.complaint = complaint;
    }

    /** What was sent instead, for example {@code a PDU of type 9}. */
    public String complaint() {
        return complaint;
    }

    public Abort abort() {
        return abort;
    }
}
