package dev.auricle.dicom.json;

import dev.auricle.dicom.dictionary.DicomException;

/** A text is not the DICOM JSON model, or beyond the limits. */
public final class UnableToReadJson extends DicomException {
    private final JsonFlaw flaw;
    private final long position;

    UnableToReadJson(JsonFlaw flaw, long position) {
        super("at byte " + position + ": " + flaw);
        this.flaw = flaw;
        this.position = position;
    }

    public JsonFlaw flaw() {
        return flaw;
    }

    /** Bytes from the start of the text to behind what is wrong; as close as the parser knows. */
    public long position() {
        return position;
    }
}
