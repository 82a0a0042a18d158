package dev.auricle.dicom.syntax;

import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.dictionary.Dictionary;
import dev.auricle.dicom.dictionary.PixelRepresentation;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Vr;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** Reads headers and values off a source, one after the other, and refuses to go beyond a given end. */
final class Cursor {
    private static final int TAG = 4;
    private static final int SHORTEST_HEADER = 8;

    private final Source source;

    Cursor(Source source) {
        this.source = source;
    }

    long position() {
        return source.position();
    }

    /** Where the source ends. */
    long end() {
        return source.end();
    }

    /** Whether nothing is left in front of the end. */
    boolean isAt(long end) {
        return end == source.end() ? source.isExhausted() : position() >= end;
    }

    /** The bytes from here on. */
    Bytes take(long length, long end) {
        require(length, end);
        return source.take((int) length);
    }

    /** The tag that begins here, without moving on. */
    Tag peekTag(Encoding encoding) {
        var ahead = source.lookAhead(TAG);
        if (ahead.size() < TAG) {
            throw new UnableToReadDataSet(Malformation.TRUNCATED, position());
        }
        return tag(ahead.buffer(encoding.order()));
    }

    /** The header that begins here. */
    ElementHeader header(Encoding encoding, PixelRepresentation pixels, long end) {
        long start = position();
        var buffer = read(SHORTEST_HEADER, encoding.order(), end);
        var tag = tag(buffer);
        if (tag.group() == Delimiters.GROUP) {
            return new ElementHeader(tag, Vr.UN, Integer.toUnsignedLong(buffer.getInt()), start);
        }
        if (!encoding.isExplicit()) {
            var vr = Dictionary.standard().representation(tag, pixels);
            return new ElementHeader(tag, vr, Integer.toUnsignedLong(buffer.getInt()), start);
        }
        var vr = Vr.ofCode(buffer.get(), buffer.get())
                .orElseThrow(() -> new UnableToReadDataSet(Malformation.BAD_REPRESENTATION, start));
        int reservedOrLength = Short.toUnsignedInt(buffer.getShort());
        long length = vr.hasLongLength()
                ? Integer.toUnsignedLong(read(4, encoding.order(), end).getInt())
                : reservedOrLength;
        return new ElementHeader(tag, vr, length, start);
    }

    /** The header of the fragment that begins here; empty behind the last, once its delimiter is read. */
    Optional<ElementHeader> fragmentHeader(Encoding encoding, long end) {
        var header = header(encoding, PixelRepresentation.UNSIGNED, end);
        if (header.tag().equals(Delimiters.SEQUENCE_END)) {
            return Optional.empty();
        }
        if (!header.tag().equals(Delimiters.ITEM) || header.isUndefined()) {
            throw new UnableToReadDataSet(Malformation.ITEM_EXPECTED, header.position());
        }
        return Optional.of(header);
    }

    private ByteBuffer read(int count, ByteOrder order, long end) {
        require(count, end);
        return source.require(count).order(order);
    }

    private static Tag tag(ByteBuffer buffer) {
        return Tag.of(buffer.getShort(), buffer.getShort());
    }

    void require(long length, long end) {
        if (length > end - position()) {
            throw new UnableToReadDataSet(
                    end == source.end() ? Malformation.TRUNCATED : Malformation.OVERRUN, position());
        }
    }
}
