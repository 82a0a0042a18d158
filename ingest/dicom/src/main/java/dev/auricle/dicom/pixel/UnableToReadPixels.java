package dev.auricle.dicom.pixel;

import dev.auricle.dicom.dictionary.DicomException;

/** An image's pixels are not of a kind that is read here, or not what its attributes say. */
public final class UnableToReadPixels extends DicomException {
    private final Reason reason;

    /** Why not. */
    public enum Reason {
        /** The transfer syntax compresses pixels. */
        COMPRESSED,
        /** The samples are not one grey value a pixel. */
        NOT_GREY,
        /** The samples are floating point numbers, or looked up in a table. */
        NOT_LINEAR,
        /** Bits Allocated, Bits Stored and High Bit do not go together. */
        BITS,
        /** There is no Pixel Data, or less than rows, columns and frames ask for. */
        TOO_SHORT
    }

    public UnableToReadPixels(Reason reason, String complaint) {
        super(complaint);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
