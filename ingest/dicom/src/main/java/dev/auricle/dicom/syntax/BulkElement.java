package dev.auricle.dicom.syntax;

import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Vr;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An element of a {@link DicomStream} whose value is read in parts: a native value is one, encapsulated pixels are one for
 * each fragment, the first being the basic offset table (PS3.5, A.4). It can be read once, before the stream moves on.
 */
public final class BulkElement {
    private final ElementHeader header;
    private final Encoding encoding;
    private final StreamSource source;
    private final Cursor cursor;
    private @Nullable PassingStream open;
    private boolean ended;

    BulkElement(ElementHeader header, Encoding encoding, StreamSource source) {
        this.header = header;
        this.encoding = encoding;
        this.source = source;
        this.cursor = new Cursor(source);
    }

    /** A part of the value. The stream ends with it, and is to be read before the next part is asked for. */
    public record Part(long length, InputStream bytes) {}

    public Tag tag() {
        return header.tag();
    }

    public Vr vr() {
        return header.vr();
    }

    /** Of the words in the parts. */
    public ByteOrder order() {
        return encoding.order();
    }

    public boolean isEncapsulated() {
        return header.isUndefined();
    }

    /** The next part, if there is one. What of the part before was not read is left out. */
    public Optional<Part> next() throws IOException {
        try {
            skipOpen();
            var length = ended ? Optional.<Long>empty() : nextLength();
            ended = !isEncapsulated() || length.isEmpty();
            return length.map(this::part);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Moves behind the element. */
    void skipRest() throws IOException {
        while (!ended) {
            next();
        }
        skipOpen();
    }

    private void skipOpen() {
        if (open != null) {
            open.skipRest();
        }
    }

    private Part part(long length) {
        open = new PassingStream(source, length);
        return new Part(length, open);
    }

    private Optional<Long> nextLength() {
        if (!isEncapsulated()) {
            return Optional.of(header.length());
        }
        return cursor.fragmentHeader(encoding, source.end()).map(ElementHeader::length);
    }

    ElementHeader header() {
        return header;
    }

    Encoding encoding() {
        return encoding;
    }
}
