package dev.auricle.dicom.network;

import dev.auricle.dicom.dictionary.DicomException;
import dev.auricle.dicom.dictionary.Uids;

/** The peer accepted no context for a SOP class in a transfer syntax. */
public final class NoSuchContext extends DicomException {
    /** Both as UIDs. */
    public NoSuchContext(String sopClass, String transferSyntax) {
        super("no accepted context for " + Uids.name(sopClass) + " in " + Uids.name(transferSyntax));
    }
}
