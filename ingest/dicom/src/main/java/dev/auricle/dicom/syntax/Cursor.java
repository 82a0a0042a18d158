package dev.auricle.dicom.syntax;

import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.dictionary.Dictionary;
import dev.auricle.dicom.dictionary.PixelRepresentation;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Vr;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads headers and values off the bytes, one after the other, and refuses to go beyond a given end. */
final class Cursor {
    private final Bytes source;
    private final ByteBuffer little;
    private final ByteBuffer big;
    private int position;

    Cursor(Bytes source) {
        this.source = source;
        this.little = source.buffer(ByteOrder.LITTLE_ENDIAN);
        this.big = source.buffer(ByteOrder.BIG_ENDIAN);
    }

    int position() {
        return position;
    }

    int size() {
        return source.size();
    }

    void moveTo(int target) {
        position = target;
    }

    /** The bytes from here on. */
    Bytes take(long length, int end) {
        require(length, end);
        var value = source.slice(position, position + (int) length);
        position += (int) length;
        return value;
    }

    /** The tag that begins here, without moving on. */
    Tag peekTag(Encoding encoding) {
        require(4, size());
        var buffer = buffer(encoding);
        return Tag.of(buffer.getShort(position), buffer.getShort(position + 2));
    }

    /** The header that begins here. */
    ElementHeader header(Encoding encoding, PixelRepresentation pixels, int end) {
        int start = position;
        require(8, end);
        var tag = tag(encoding);
        if (tag.group() == Delimiters.GROUP) {
            return new ElementHeader(tag, Vr.UN, uint32(encoding), start);
        }
        if (!encoding.isExplicit()) {
            var vr = Dictionary.standard().representation(tag, pixels);
            return new ElementHeader(tag, vr, uint32(encoding), start);
        }
        return explicit(tag, encoding, end);
    }

    private ElementHeader explicit(Tag tag, Encoding encoding, int end) {
        int start = position - 4;
        var vr = Vr.ofCode(source.at(position), source.at(position + 1))
                .orElseThrow(() -> new UnableToReadDataSet(Malformation.BAD_REPRESENTATION, start));
        position += 2;
        if (!vr.hasLongLength()) {
            return new ElementHeader(tag, vr, uint16(encoding), start);
        }
        position += 2;
        require(4, end);
        return new ElementHeader(tag, vr, uint32(encoding), start);
    }

    private Tag tag(Encoding encoding) {
        return Tag.of(uint16(encoding), uint16(encoding));
    }

    private int uint16(Encoding encoding) {
        int number = buffer(encoding).getShort(position) & 0xFFFF;
        position += 2;
        return number;
    }

    private long uint32(Encoding encoding) {
        long number = Integer.toUnsignedLong(buffer(encoding).getInt(position));
        position += 4;
        return number;
    }

    private ByteBuffer buffer(Encoding encoding) {
        return encoding.order() == ByteOrder.BIG_ENDIAN ? big : little;
    }

    void require(long length, int end) {
        if (length > end - position) {
            throw new UnableToReadDataSet(end == size() ? Malformation.TRUNCATED : Malformation.OVERRUN, position);
        }
    }
}
