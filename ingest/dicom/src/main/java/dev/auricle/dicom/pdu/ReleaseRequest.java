package dev.auricle.dicom.pdu;

/** A-RELEASE-RQ: no more messages will come. */
public record ReleaseRequest() implements Pdu {}
