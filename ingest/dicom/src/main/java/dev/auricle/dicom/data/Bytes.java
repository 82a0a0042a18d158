package dev.auricle.dicom.data;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A read-only stretch of a byte array. Slices share the array, so a data set costs no second copy of its pixels;
 * whoever wraps an array gives up writing to it.
 */
public final class Bytes {
    public static final Bytes EMPTY = new Bytes(new byte[0], 0, 0);

    private final byte[] array;
    private final int offset;
    private final int size;

    private Bytes(byte[] array, int offset, int size) {
        this.array = array;
        this.offset = offset;
        this.size = size;
    }

    /** All of the array, not copied. */
    public static Bytes wrap(byte[] array) {
        return new Bytes(array, 0, array.length);
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** The byte at the index, 0 to 255. */
    public int at(int index) {
        Objects.checkIndex(index, size);
        return array[offset + index] & 0xFF;
    }

    /** Whether every byte, 0 to 255, is as asked for. */
    public boolean allMatch(IntPredicate test) {
        for (int i = offset; i < offset + size; i++) {
            if (!test.test(array[i] & 0xFF)) {
                return false;
            }
        }
        return true;
    }

    /** The bytes from the first index up to, not including, the second. */
    public Bytes slice(int from, int to) {
        Objects.checkFromToIndex(from, to, size);
        return new Bytes(array, offset + from, to - from);
    }

    /** A read-only view for reading numbers of the byte order. */
    public ByteBuffer buffer(ByteOrder order) {
        return ByteBuffer.wrap(array, offset, size).slice().asReadOnlyBuffer().order(order);
    }

    public String string(Charset charset) {
        return new String(array, offset, size, charset);
    }

    public byte[] toArray() {
        return Arrays.copyOfRange(array, offset, offset + size);
    }

    public void writeTo(OutputStream out) throws IOException {
        out.write(array, offset, size);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Bytes that
                && Arrays.equals(array, offset, offset + size, that.array, that.offset, that.offset + that.size);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = offset; i < offset + size; i++) {
            hash = 31 * hash + array[i];
        }
        return hash;
    }

    /** The size only: what the bytes say may be about a patient. */
    @Override
    public String toString() {
        return size + " bytes";
    }
}
