package dev.auricle.dicom.network;

import dev.auricle.dicom.dictionary.DicomException;

/** An archive did not say whether instances are safe with it. */
public final class UnableToCommit extends DicomException {
    public UnableToCommit(String why) {
        super(why);
    }
}
