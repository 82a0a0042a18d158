package dev.auricle.dicom.syntax;

import dev.auricle.dicom.data.Bytes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Bytes that are all there; values are slices of them. */
final class ArraySource implements Source {
    private final Bytes bytes;
    private final ByteBuffer buffer;

    ArraySource(Bytes bytes, ReadLimits limits) {
        if (bytes.size() > limits.total()) {
            throw new UnableToReadDataSet(Malformation.TOO_LONG, 0);
        }
        this.bytes = bytes;
        this.buffer = bytes.buffer(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public long position() {
        return buffer.position();
    }

    @Override
    public long end() {
        return bytes.size();
    }

    @Override
    public boolean isExhausted() {
        return !buffer.hasRemaining();
    }

    @Override
    public Bytes lookAhead(int count) {
        int start = buffer.position();
        return bytes.slice(start, start + Math.min(count, buffer.remaining()));
    }

    @Override
    public ByteBuffer require(int count) {
        if (buffer.remaining() < count) {
            throw new UnableToReadDataSet(Malformation.TRUNCATED, position());
        }
        return buffer;
    }

    @Override
    public Bytes take(int length) {
        int start = require(length).position();
        buffer.position(start + length);
        return bytes.slice(start, start + length);
    }

    @Override
    public Source inflated(ReadLimits limits) {
        return new ArraySource(Deflate.inflate(bytes.slice(buffer.position(), bytes.size()), limits), limits);
    }
}
