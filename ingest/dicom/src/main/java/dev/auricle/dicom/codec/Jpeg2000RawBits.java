package dev.auricle.dicom.codec;

/** The bits of passes that bypass arithmetic coding (T.800, D.6); behind their data there are ones. */
final class Jpeg2000RawBits {
    private final byte[] data;
    private int at;
    private int current;
    private int left;

    Jpeg2000RawBits(byte[] data) {
        this.data = data;
    }

    int bit() {
        if (left == 0) {
            left = current == 0xFF ? 7 : 8;
            current = at < data.length ? data[at++] & 0xFF : 0xFF;
        }
        left--;
        return (current >> left) & 1;
    }
}
