package dev.auricle.dicom.pdu;

/** The units that open and close an association; what travels in between comes as {@link Fragment}s. */
public sealed interface Pdu extends PduEvent
        permits AssociateRequest, AssociateAccept, AssociateReject, ReleaseRequest, ReleaseResponse, Abort {}
