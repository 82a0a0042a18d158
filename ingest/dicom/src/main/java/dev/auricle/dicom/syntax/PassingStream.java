package dev.auricle.dicom.syntax;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The next bytes of a source, so many, as a stream of their own. Ended by the source too early, it refuses. */
final class PassingStream extends InputStream {
    private final StreamSource source;
    private long remaining;

    PassingStream(StreamSource source, long length) {
        this.source = source;
        this.remaining = length;
    }

    @Override
    public int read() throws IOException {
        var single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0 || remaining == 0) {
            return length == 0 ? 0 : -1;
        }
        try {
            int count = source.passOn(target, offset, (int) Math.min(length, remaining));
            remaining -= count;
            return count;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Leaves out whatever was not read. */
    void skipRest() {
        source.skip(remaining);
        remaining = 0;
    }
}
