package dev.auricle.dicom.pdu;

/** What a decoder finds in a stream of bytes. */
public sealed interface PduEvent permits Pdu, Fragment {}
