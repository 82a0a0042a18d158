package dev.auricle.dicom.web;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Finds the parts in a body of RFC 2046 section 5.1 that comes in pieces of any length. What belongs to parts is handed
 * on as slices of the pieces, so that neither a part nor a copy of it is ever held; held back are only headers that are
 * not whole yet, and what may be the beginning of a boundary.
 */
final class MultipartReader {
    /** RFC 2046 allows 70 characters; Orthanc's boundaries have 73. */
    private static final int LONGEST_BOUNDARY = 200;

    private static final Buffer LINE_END = Buffer.buffer("\r\n");
    private static final Buffer HEADERS_END = Buffer.buffer("\r\n\r\n");

    private final MultipartLimits limits;
    private final Delimiter delimiter;
    private Buffer window;
    private State state = State.PREAMBLE;
    private long total;
    private long partBytes;
    private int parts;

    private enum State {
        /** In front of the first boundary. */
        PREAMBLE,
        /** Behind a boundary, where a line end or two hyphens follow. */
        BOUNDARY,
        HEADERS,
        CONTENT,
        /** Behind the last boundary. */
        EPILOGUE
    }

    MultipartReader(String boundary, MultipartLimits limits) {
        if (boundary.isEmpty() || boundary.length() > LONGEST_BOUNDARY) {
            throw new UnableToReadMultipart(MultipartFlaw.BAD_BOUNDARY);
        }
        this.limits = limits;
        this.delimiter = new Delimiter("\r\n--" + boundary);
        // The first boundary may stand at the very beginning, without a line end in front of it.
        this.window = LINE_END;
    }

    /** More of the body. */
    void feed(Buffer piece) {
        total += piece.length();
        if (total > limits.totalBytes()) {
            throw new UnableToReadMultipart(MultipartFlaw.TOO_LONG);
        }
        window = window.length() == 0
                ? piece
                : Buffer.buffer().appendBuffer(window).appendBuffer(piece);
    }

    /** The body has ended. */
    void end() {
        if (state != State.EPILOGUE) {
            throw new UnableToReadMultipart(MultipartFlaw.TRUNCATED);
        }
    }

    /** What comes next; empty when more of the body must be fed first. */
    Optional<PartEvent> next() {
        while (true) {
            var before = state;
            var event = step();
            if (event.isPresent() || state == before) {
                return event;
            }
        }
    }

    private Optional<PartEvent> step() {
        return switch (state) {
            case PREAMBLE -> skipPreamble();
            case BOUNDARY -> behindBoundary();
            case HEADERS -> headers();
            case CONTENT -> content();
            case EPILOGUE -> {
                window = Buffer.buffer();
                yield Optional.empty();
            }
        };
    }

    private Optional<PartEvent> skipPreamble() {
        int found = delimiter.indexIn(window);
        if (found >= 0) {
            drop(found + delimiter.length());
            state = State.BOUNDARY;
        } else {
            drop(window.length() - delimiter.beginningAtEndOf(window));
        }
        return Optional.empty();
    }

    private Optional<PartEvent> behindBoundary() {
        if (window.length() < 2) {
            return Optional.empty();
        }
        if (window.getByte(0) == '-' && window.getByte(1) == '-') {
            state = State.EPILOGUE;
            return Optional.empty();
        }
        int end = indexOf(LINE_END);
        requirePadding(end < 0 ? window.length() - 1 : end);
        if (end >= 0) {
            // The line end stays: headers that are none at all end with it.
            drop(end);
            state = State.HEADERS;
        }
        return Optional.empty();
    }

    /** Between a boundary and the end of its line there is white space only. */
    private void requirePadding(int length) {
        if (length > limits.headerBytes()) {
            throw new UnableToReadMultipart(MultipartFlaw.HEADERS_TOO_LONG);
        }
        for (int i = 0; i < length; i++) {
            if (window.getByte(i) != ' ' && window.getByte(i) != '\t') {
                throw new UnableToReadMultipart(MultipartFlaw.BAD_BOUNDARY);
            }
        }
    }

    private Optional<PartEvent> headers() {
        int end = indexOf(HEADERS_END);
        if (end > limits.headerBytes() || (end < 0 && window.length() > limits.headerBytes() + HEADERS_END.length())) {
            throw new UnableToReadMultipart(MultipartFlaw.HEADERS_TOO_LONG);
        }
        if (end < 0) {
            return Optional.empty();
        }
        if (++parts > limits.parts()) {
            throw new UnableToReadMultipart(MultipartFlaw.TOO_MANY_PARTS);
        }
        var headers = PartHeaders.of(window.getString(0, end, StandardCharsets.ISO_8859_1.name()));
        drop(end + HEADERS_END.length());
        state = State.CONTENT;
        partBytes = 0;
        return Optional.of(new PartEvent.Begins(headers));
    }

    private Optional<PartEvent> content() {
        int found = delimiter.indexIn(window);
        if (found == 0) {
            drop(delimiter.length());
            state = State.BOUNDARY;
            return Optional.of(PartEvent.ENDS);
        }
        int certain = found > 0 ? found : window.length() - delimiter.beginningAtEndOf(window);
        return certain > 0 ? Optional.of(piece(certain)) : Optional.empty();
    }

    private PartEvent piece(int length) {
        partBytes += length;
        if (partBytes > limits.partBytes()) {
            throw new UnableToReadMultipart(MultipartFlaw.PART_TOO_LONG);
        }
        var piece = window.slice(0, length);
        drop(length);
        return new PartEvent.Piece(piece);
    }

    private void drop(int length) {
        window = length == window.length() ? Buffer.buffer() : window.slice(length, window.length());
    }

    private int indexOf(Buffer wanted) {
        int last = Math.min(window.length(), limits.headerBytes() + HEADERS_END.length()) - wanted.length();
        for (int at = 0; at <= last; at++) {
            if (isAt(at, wanted)) {
                return at;
            }
        }
        return -1;
    }

    private boolean isAt(int at, Buffer wanted) {
        for (int i = 0; i < wanted.length(); i++) {
            if (window.getByte(at + i) != wanted.getByte(i)) {
                return false;
            }
        }
        return true;
    }
}
