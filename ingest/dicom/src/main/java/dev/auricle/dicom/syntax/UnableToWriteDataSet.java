package dev.auricle.dicom.syntax;

import dev.auricle.dicom.dictionary.DicomException;
import dev.auricle.dicom.dictionary.Tag;

/** A data set cannot be encoded in the transfer syntax asked for. */
public final class UnableToWriteDataSet extends DicomException {
    /** The element in question and what is wrong with it, as the end of a sentence. */
    public UnableToWriteDataSet(Tag tag, String complaint) {
        super(tag + " " + complaint);
    }
}
