package dev.auricle.dicom.syntax;

import dev.auricle.dicom.data.Bytes;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Bytes that come from a stream; values are copies. What is read as headers and values counts against the limit for the
 * whole data set, what is passed on does not. A failure of the stream is thrown as an {@link UncheckedIOException}.
 */
final class StreamSource implements Source, Closeable {
    private static final int WINDOW = 1 << 16;
    private static final int TRUSTED_LENGTH = 1 << 20;

    private final InputStream in;
    private final long limit;
    private final byte[] array = new byte[WINDOW];
    private final ByteBuffer window = ByteBuffer.wrap(array).limit(0).order(ByteOrder.LITTLE_ENDIAN);
    private long windowStart;
    private long passedOn;

    StreamSource(InputStream in, ReadLimits limits) {
        this.in = in;
        this.limit = limits.total();
    }

    @Override
    public long position() {
        return windowStart + window.position();
    }

    @Override
    public long end() {
        return Long.MAX_VALUE;
    }

    @Override
    public boolean isExhausted() {
        return !fill(1);
    }

    @Override
    public Bytes lookAhead(int count) {
        fill(count);
        int start = window.position();
        return Bytes.wrap(Arrays.copyOfRange(array, start, start + Math.min(count, window.remaining())));
    }

    @Override
    public ByteBuffer require(int count) {
        hold(count);
        if (!fill(count)) {
            throw truncated();
        }
        return window;
    }

    /** Room is made as the bytes come: a length in a header is only a claim. */
    @Override
    public Bytes take(int length) {
        hold(length);
        var value = new byte[Math.min(length, TRUSTED_LENGTH)];
        int filled = 0;
        while (filled < length) {
            if (filled == value.length) {
                value = Arrays.copyOf(value, (int) Math.min(length, 2L * filled));
            }
            filled += read(value, filled, value.length - filled);
        }
        return Bytes.wrap(value);
    }

    /** Reads some bytes that are not held, at least one; returns how many. */
    int passOn(byte[] target, int offset, int length) {
        int count = read(target, offset, length);
        passedOn += count;
        return count;
    }

    /** Leaves out so many bytes, which are not held. */
    void skip(long count) {
        int buffered = (int) Math.min(count, window.remaining());
        window.position(window.position() + buffered);
        if (count > buffered) {
            skipDirectly(count - buffered);
        }
        passedOn += count;
    }

    /** A file lets itself be skipped beyond its end, but not read. */
    private void skipDirectly(long count) {
        try {
            in.skipNBytes(count - 1);
        } catch (EOFException e) {
            throw truncated();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        windowStart += count - 1;
        if (!fill(1)) {
            throw truncated();
        }
        window.get();
    }

    @Override
    public StreamSource inflated(ReadLimits limits) {
        var buffered = new ByteArrayInputStream(array, window.position(), window.remaining());
        return new StreamSource(new InflatingStream(new SequenceInputStream(buffered, in)), limits);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private int read(byte[] target, int offset, int length) {
        if (!window.hasRemaining() && length >= WINDOW) {
            int count = readDirectly(target, offset, length);
            windowStart += count;
            return count;
        }
        if (!fill(1)) {
            throw truncated();
        }
        int count = Math.min(length, window.remaining());
        window.get(target, offset, count);
        return count;
    }

    private int readDirectly(byte[] target, int offset, int length) {
        try {
            int count = in.read(target, offset, length);
            if (count < 0) {
                throw truncated();
            }
            return count;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether so many bytes are in the window now. */
    private boolean fill(int count) {
        if (window.remaining() >= count) {
            return true;
        }
        windowStart += window.position();
        window.compact();
        try {
            int read = 0;
            while (window.position() < count && read >= 0) {
                read = in.read(array, window.position(), window.remaining());
                window.position(window.position() + Math.max(read, 0));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            window.flip();
        }
        return window.remaining() >= count;
    }

    private void hold(int count) {
        if (position() - passedOn + count > limit) {
            throw new UnableToReadDataSet(Malformation.TOO_LONG, position());
        }
    }

    private UnableToReadDataSet truncated() {
        return new UnableToReadDataSet(Malformation.TRUNCATED, position());
    }
}
