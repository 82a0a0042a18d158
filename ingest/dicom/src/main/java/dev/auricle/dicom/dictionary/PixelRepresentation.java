package dev.auricle.dicom.dictionary;

/** Whether the samples of an image are unsigned or two's complement, (0028,0103), PS3.3 section C.7.6.3.1.1. */
public enum PixelRepresentation {
    UNSIGNED,
    SIGNED;

    /** What the value of (0028,0103) says: 1 is signed, anything else unsigned. */
    public static PixelRepresentation of(int value) {
        return value == 1 ? SIGNED : UNSIGNED;
    }
}
