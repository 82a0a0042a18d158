package dev.auricle.dicom.pdu;

/** A-RELEASE-RP: the answer to {@link ReleaseRequest}. */
public record ReleaseResponse() implements Pdu {}
