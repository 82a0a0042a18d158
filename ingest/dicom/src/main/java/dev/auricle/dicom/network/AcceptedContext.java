package dev.auricle.dicom.network;

/** What may be spoken of, and how it is encoded; both as UIDs. */
record AcceptedContext(int id, String sopClass, String transferSyntax) {}
