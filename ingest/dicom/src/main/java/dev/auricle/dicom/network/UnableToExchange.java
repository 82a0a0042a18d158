package dev.auricle.dicom.network;

import dev.auricle.dicom.dictionary.DicomException;

/** The association ended before what was going on in it. */
public final class UnableToExchange extends DicomException {
    public UnableToExchange(String why) {
        super(why);
    }
}
