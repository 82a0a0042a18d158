package dev.auricle.dicom.codec;

/** A frame's cells while they are being decoded, one byte or two each, the low one first. */
final class Cells {
    private final byte[] bytes;
    private final int width;

    Cells(FrameFormat format) {
        bytes = new byte[format.bytes()];
        width = format.bytesPerCell();
    }

    /** Sets a cell to the sample's lowest bits; those of a wider cell above 16 stay 0. */
    void set(int cell, int sample) {
        int at = cell * width;
        bytes[at] = (byte) sample;
        if (width > 1) {
            bytes[at + 1] = (byte) (sample >> 8);
        }
    }

    byte[] bytes() {
        return bytes;
    }
}
