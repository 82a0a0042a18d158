package dev.auricle.dcm4che;

import dev.auricle.dicom.dictionary.DicomException;

/** TLS is wanted, and this toolkit would say everything in the clear. */
final class UnableToSecure extends DicomException {
    UnableToSecure() {
        super("dcm4che is not set up to speak TLS here; the toolkit auricle does");
    }
}
