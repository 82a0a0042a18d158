package dev.auricle.dicom.data;

import dev.auricle.dicom.dictionary.DicomException;
import dev.auricle.dicom.dictionary.Dictionary;
import dev.auricle.dicom.dictionary.Tag;

/** A value does not fit the attribute it is meant for. The message does not show the value. */
public final class UnableToEncodeValue extends DicomException {
    private final Tag tag;

    /** The attribute and what is wrong with the value, as the end of a sentence. */
    public UnableToEncodeValue(Tag tag, String complaint) {
        super(tag + " " + Dictionary.standard().keyword(tag) + " " + complaint);
        this.tag = tag;
    }

    public Tag tag() {
        return tag;
    }
}
