package dev.auricle.dicom.codec;

/** The bits of entropy-coded data, with stuffed zero bytes taken out, up to the next marker (T.81, F.2.2.5). */
final class JpegBits {
    private final byte[] stream;
    private int at;
    private long bits;
    private int count;

    JpegBits(byte[] stream, int from) {
        this.stream = stream;
        this.at = from;
    }

    /** The next 16 bits, zeros where the data has ended. */
    int peek16() {
        if (count < 16) {
            fill();
        }
        return (int) (count >= 16 ? bits >>> (count - 16) : bits << (16 - count)) & 0xFFFF;
    }

    void skip(int number) {
        if (number > count) {
            throw new UnableToDecode("the coded data ends before the image does");
        }
        count -= number;
    }

    /** A number of up to 16 bits. */
    int read(int number) {
        int value = peek16() >> (16 - number);
        skip(number);
        return value;
    }

    /** A difference of so many bits, the first of which tells its sign (T.81, F.2.2.1). */
    int readDifference(int size) {
        if (size == 0) {
            return 0;
        }
        int value = read(size);
        return value < 1 << (size - 1) ? value - (1 << size) + 1 : value;
    }

    /** Passes the restart marker that comes next; whatever bits are left before it are padding. */
    void restart() {
        count = 0;
        while (at + 1 < stream.length && !(stream[at] == (byte) 0xFF && stream[at + 1] != 0)) {
            at++;
        }
        while (at + 1 < stream.length && stream[at + 1] == (byte) 0xFF) {
            at++;
        }
        if (at + 1 >= stream.length || !Marker.isRestart(stream[at + 1] & 0xFF)) {
            throw new UnableToDecode("a restart marker is missing");
        }
        at += 2;
    }

    /** Where the data has been read up to, perhaps a little past the end of this scan but past no marker. */
    int position() {
        return at;
    }

    private void fill() {
        while (count <= 48 && at < stream.length) {
            int next = stream[at] & 0xFF;
            if (next == 0xFF) {
                if (at + 1 < stream.length && stream[at + 1] != 0) {
                    return;
                }
                at++;
            }
            at++;
            bits = (bits << 8) | next;
            count += 8;
        }
    }
}
