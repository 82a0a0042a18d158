package dev.auricle.dicom.codec;

import java.nio.ByteBuffer;

/** The bits of a packet header: after a byte of ones only seven follow (T.800, B.10.1). */
final class Jpeg2000Bits {
    private final ByteBuffer data;
    private int current;
    private int left;

    Jpeg2000Bits(ByteBuffer data) {
        this.data = data;
    }

    int bit() {
        if (left == 0) {
            left = current == 0xFF ? 7 : 8;
            current = next();
        }
        left--;
        return (current >> left) & 1;
    }

    int read(int number) {
        int value = 0;
        for (int i = 0; i < number; i++) {
            value = (value << 1) | bit();
        }
        return value;
    }

    /** Ends at a whole byte, behind the one that follows a byte of ones. */
    void align() {
        if (current == 0xFF) {
            next();
        }
        left = 0;
        current = 0;
    }

    private int next() {
        if (!data.hasRemaining()) {
            throw new UnableToDecode("the packets end before the image does");
        }
        return data.get() & 0xFF;
    }
}
