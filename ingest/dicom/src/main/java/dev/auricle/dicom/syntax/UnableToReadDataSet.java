package dev.auricle.dicom.syntax;

import dev.auricle.dicom.dictionary.DicomException;

/** Bytes are not a data set, or one beyond the limits. */
public final class UnableToReadDataSet extends DicomException {
    private final Malformation malformation;
    private final long position;

    /** The position counts bytes from the start of the data set, inflated, or of the file. */
    public UnableToReadDataSet(Malformation malformation, long position) {
        super("at byte " + position + ": " + malformation);
        this.malformation = malformation;
        this.position = position;
    }

    public Malformation malformation() {
        return malformation;
    }

    public long position() {
        return position;
    }
}
