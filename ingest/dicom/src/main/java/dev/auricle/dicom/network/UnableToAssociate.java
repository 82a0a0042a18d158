package dev.auricle.dicom.network;

import dev.auricle.dicom.dictionary.DicomException;
import dev.auricle.dicom.pdu.AssociateReject;

/** The peer rejected the association. */
public final class UnableToAssociate extends DicomException {
    private final AssociateReject rejection;

    public UnableToAssociate(Peer peer, AssociateReject rejection) {
        super(peer + " " + rejection);
        this.rejection = rejection;
    }

    public AssociateReject rejection() {
        return rejection;
    }
}
