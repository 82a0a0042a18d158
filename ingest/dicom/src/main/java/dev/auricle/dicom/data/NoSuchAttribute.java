package dev.auricle.dicom.data;

import dev.auricle.dicom.dictionary.DicomException;
import dev.auricle.dicom.dictionary.Dictionary;
import dev.auricle.dicom.dictionary.Tag;

/** A required attribute is absent or has no value. */
public final class NoSuchAttribute extends DicomException {
    private final Tag tag;

    public NoSuchAttribute(Tag tag) {
        super("no value for " + tag + " " + Dictionary.standard().keyword(tag));
        this.tag = tag;
    }

    public Tag tag() {
        return tag;
    }
}
