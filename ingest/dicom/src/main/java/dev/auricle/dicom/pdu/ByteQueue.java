package dev.auricle.dicom.pdu;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayDeque;
import java.util.Deque;

/** Buffers as they were read from a socket, taken from the front in pieces that need not be the same. */
final class ByteQueue {
    private final Deque<Buffer> buffers = new ArrayDeque<>();
    private int offset;
    private long available;

    void add(Buffer buffer) {
        if (buffer.length() > 0) {
            buffers.add(buffer);
            available += buffer.length();
        }
    }

    long available() {
        return available;
    }

    /** The next byte, which must be there. */
    int takeByte() {
        var head = buffers.element();
        int value = head.getUnsignedByte(offset);
        advance(head, 1);
        return value;
    }

    long takeUint32() {
        var head = buffers.element();
        if (head.length() - offset >= 4) {
            long value = head.getUnsignedInt(offset);
            advance(head, 4);
            return value;
        }
        long value = 0;
        for (int i = 0; i < 4; i++) {
            value = (value << 8) | takeByte();
        }
        return value;
    }

    /** At least one byte and at most the count, as a slice. */
    Buffer takeSome(long count) {
        var head = buffers.element();
        int length = (int) Math.min(count, head.length() - offset);
        var slice = length == head.length() ? head : head.slice(offset, offset + length);
        advance(head, length);
        return slice;
    }

    /** Exactly the count, which must be there; a slice if it lies in one buffer. */
    Buffer take(int count) {
        if (count == 0) {
            return Buffer.buffer();
        }
        var first = takeSome(count);
        if (first.length() == count) {
            return first;
        }
        var whole = Buffer.buffer(count).appendBuffer(first);
        while (whole.length() < count) {
            whole.appendBuffer(takeSome(count - whole.length()));
        }
        return whole;
    }

    private void advance(Buffer head, int count) {
        available -= count;
        offset += count;
        if (offset == head.length()) {
            buffers.remove();
            offset = 0;
        }
    }
}
