package dev.auricle.dicom.data;

import dev.auricle.dicom.dictionary.DicomException;
import dev.auricle.dicom.dictionary.Dictionary;
import dev.auricle.dicom.dictionary.Tag;

/** An attribute is there, but not as what it was asked for. The message does not show the value. */
public final class UnableToReadValue extends DicomException {
    private final Tag tag;

    /** The attribute and what is wrong with it, as the end of a sentence: {@code is not an integer}. */
    public UnableToReadValue(Tag tag, String complaint) {
        super(tag + " " + Dictionary.standard().keyword(tag) + " " + complaint);
        this.tag = tag;
    }

    public Tag tag() {
        return tag;
    }
}
