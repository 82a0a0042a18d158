package dev.auricle.dicom.syntax;

import dev.auricle.dicom.data.Bytes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** A growing array of bytes in which a length can be filled in once it is known. */
final class ByteSink {
    private byte[] array = new byte[1 << 12];
    private ByteBuffer buffer = ByteBuffer.wrap(array);

    void order(ByteOrder order) {
        buffer.order(order);
    }

    int size() {
        return buffer.position();
    }

    /** Hands on everything written so far, and begins anew. */
    void drainTo(OutputStream out) throws IOException {
        out.write(array, 0, buffer.position());
        buffer.clear();
    }

    void putByte(int value) {
        room(1).put((byte) value);
    }

    /** Returns where it was put. */
    int putShort(int value) {
        int position = buffer.position();
        room(2).putShort((short) value);
        return position;
    }

    /** Returns where it was put. */
    int putInt(long value) {
        int position = buffer.position();
        room(4).putInt((int) value);
        return position;
    }

    void put(Bytes bytes) {
        room(bytes.size()).put(bytes.buffer(buffer.order()));
    }

    void putSwapped(Bytes bytes, int wordSize) {
        room(bytes.size());
        for (int word = 0; word < bytes.size(); word += wordSize) {
            for (int i = wordSize - 1; i >= 0; i--) {
                buffer.put((byte) bytes.at(word + i));
            }
        }
    }

    /** Writes the number of bytes behind it into the 32-bit length at the position. */
    void patchLength(int position) {
        buffer.putInt(position, buffer.position() - position - 4);
    }

    private ByteBuffer room(int count) {
        if (buffer.remaining() < count) {
            int needed = Math.addExact(buffer.position(), count);
            int position = buffer.position();
            array = Arrays.copyOf(array, (int) Math.min(Integer.MAX_VALUE - 16, Math.max(needed, 2L * array.length)));
            buffer = ByteBuffer.wrap(array).order(buffer.order()).position(position);
        }
        return buffer;
    }
}
