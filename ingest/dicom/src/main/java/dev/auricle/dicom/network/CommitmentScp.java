package dev.auricle.dicom.network;

/** Knows which instances are safe. */
@FunctionalInterface
public interface CommitmentScp {
    /**
     * Called on an event loop when a request was answered; must not block. The answer to it is a report, once and at
     * any time: on the association of the request, if the requestor waits there, or on one of our own.
     */
    void requested(AssociationInfo requestor, CommitmentRequest request, CommitmentReports sameAssociation);
}
