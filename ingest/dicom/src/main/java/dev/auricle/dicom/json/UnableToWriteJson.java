package dev.auricle.dicom.json;

import dev.auricle.dicom.dictionary.DicomException;
import dev.auricle.dicom.dictionary.Dictionary;
import dev.auricle.dicom.dictionary.Tag;

/** A value has no form in the JSON model. The message does not show the value. */
public final class UnableToWriteJson extends DicomException {
    private final Tag tag;

    UnableToWriteJson(Tag tag, String complaint) {
        super(tag + " " + Dictionary.standard().keyword(tag) + " " + complaint);
        this.tag = tag;
    }

    public Tag tag() {
        return tag;
    }
}
