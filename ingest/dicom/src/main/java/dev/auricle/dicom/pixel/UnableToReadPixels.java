package dev.auricle.dicom.pixel;

import dev.auricle.dicom.dictionary.DicomException;

/** An image's pixels are not of a kind that is read here, or not what its attributes say. */
public final class UnableToReadPixels extends DicomException {
    private final Reason reason;

    /** Why not. */
    public enum Reason {
        /** The transfer syntax is not one whose pixels are decoded here. */
        SYNTAX,
        /** What is compressed is malformed, or not what the image says of it. */
        MALFORMED,
        /** The samples are not one grey value a pixel, and were asked for as such. */
        NOT_GREY,
        /** The samples are no colours that are understood here. */
        NOT_COLOUR,
        /** What turns stored values into others cannot be used. */
        TRANSFORMATION,
        /** Bits Allocated, Bits Stored and High Bit do not go together. */
        BITS,
        /** There is no Pixel Data, or less than rows, columns and frames ask for. */
        TOO_SHORT
    }

    public UnableToReadPixels(Reason reason, String complaint) {
        super(complaint);
        this.reason = reason;
    }

    UnableToReadPixels(Reason reason, DicomException cause) {
        super("a frame is not decoded: " + cause.getMessage(), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
