package dev.auricle.dicom.syntax;

import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.dictionary.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads twice as much of a stream each time, until what is asked for is there. */
final class HeaderOfStream {
    private static final int FIRST_LOOK = 1 << 16;

    private final InputStream in;
    private final ReadLimits limits;

    HeaderOfStream(InputStream in, ReadLimits limits) {
        this.in = in;
        this.limits = limits;
    }

    DicomFile until(Tag stop) throws IOException {
        var bytes = in.readNBytes(FIRST_LOOK);
        boolean ended = bytes.length < FIRST_LOOK;
        while (true) {
            if (ended) {
                return whole(stop, bytes);
            }
            var attempt = new FileParser(Bytes.wrap(bytes), limits).until(stop);
            if (attempt.reached()) {
                return attempt.file();
            }
            var more = in.readNBytes(bytes.length);
            ended = more.length < bytes.length;
            int length = bytes.length;
            bytes = Arrays.copyOf(bytes, length + more.length);
            System.arraycopy(more, 0, bytes, length, more.length);
        }
    }

    private DicomFile whole(Tag stop, byte[] bytes) {
        return new FileParser(Bytes.wrap(bytes), limits).until(stop).file();
    }

    /** A look at the front of a file. */
    record Attempt(DicomFile file, boolean reached) {}
}
