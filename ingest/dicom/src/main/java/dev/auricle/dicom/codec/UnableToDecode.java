package dev.auricle.dicom.codec;

import dev.auricle.dicom.dictionary.DicomException;

/** A compressed frame is malformed, or is not what its image says, or uses what is not decoded here. */
public final class UnableToDecode extends DicomException {
    public UnableToDecode(String complaint) {
        super(complaint);
    }

    UnableToDecode(String complaint, Throwable cause) {
        super(complaint, cause);
    }
}
