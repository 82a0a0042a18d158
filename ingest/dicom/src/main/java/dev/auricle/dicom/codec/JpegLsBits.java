package dev.auricle.dicom.codec;

/** The bits of a JPEG-LS scan: after a byte of ones only seven follow (T.87, A.1), and a marker ends them. */
final class JpegLsBits {
    private final byte[] stream;
    private int at;
    private long bits;
    private int count;
    private boolean afterOnes;

    JpegLsBits(byte[] stream, int from) {
        this.stream = stream;
        this.at = from;
    }

    int bit() {
        return read(1);
    }

    /** A number of up to 31 bits. */
    int read(int number) {
        if (count < number) {
            fill();
            if (count < number) {
                throw new UnableToDecode("the coded data ends before the image does");
            }
        }
        count -= number;
        return (int) ((bits >>> count) & ((1L << number) - 1));
    }

    /** How many zeros stand before the next one, which is passed. */
    int zeros(int most) {
        int zeros = 0;
        while (bit() == 0) {
            zeros++;
            if (zeros > most) {
                throw new UnableToDecode("a code is longer than the limit");
            }
        }
        return zeros;
    }

    /** Where the data has been read up to, past no marker. */
    int position() {
        return at;
    }

    private void fill() {
        while (count <= 48 && at < stream.length) {
            int next = stream[at] & 0xFF;
            if (next == 0xFF && (at + 1 == stream.length || (stream[at + 1] & 0x80) != 0)) {
                return;
            }
            int fresh = afterOnes ? 7 : 8;
            bits = (bits << fresh) | next;
            count += fresh;
            afterOnes = next == 0xFF;
            at++;
        }
    }
}
