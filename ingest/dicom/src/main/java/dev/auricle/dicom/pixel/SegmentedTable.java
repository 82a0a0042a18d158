package dev.auricle.dicom.pixel;

import dev.auricle.dicom.pixel.LookupTable.Descriptor;
import dev.auricle.dicom.pixel.UnableToReadPixels.Reason;
import java.nio.ByteBuffer;

/**
 * Expands the segments of a palette (PS3.3, C.7.9.2): entries one by one, lines from the entry before, and segments
 * that are said again.
 */
final class SegmentedTable {
    private static final int DISCRETE = 0;
    private static final int LINEAR = 1;
    private static final int INDIRECT = 2;

    private final ByteBuffer segments;
    private final boolean words;
    private final char[] entries;
    private int filled;

    private SegmentedTable(ByteBuffer segments, Descriptor descriptor) {
        this.segments = segments;
        this.words = descriptor.bits() > Byte.SIZE;
        this.entries = new char[descriptor.entries()];
    }

    /** The entries, exactly as many as are described. */
    static char[] expand(ByteBuffer segments, Descriptor descriptor) {
        var table = new SegmentedTable(segments, descriptor);
        while (table.filled < table.entries.length) {
            table.readSegment();
        }
        return table.entries;
    }

    private void readSegment() {
        int opcode = next();
        if (opcode != INDIRECT) {
            readEntries(opcode);
            return;
        }
        int count = next();
        long offset = offset();
        int back = segments.position();
        if (count == 0 || offset >= back) {
            throw malformed();
        }
        segments.position((int) offset);
        for (int i = 0; i < count; i++) {
            // Segments that are said again do not themselves say others again.
            readEntries(next());
        }
        segments.position(back);
    }

    private void readEntries(int opcode) {
        int length = next();
        if (length == 0 || length > entries.length - filled || (opcode == LINEAR && filled == 0)) {
            throw malformed();
        }
        switch (opcode) {
            case DISCRETE -> {
                for (int i = 0; i < length; i++) {
                    entries[filled++] = (char) next();
                }
            }
            case LINEAR -> drawLine(length, entries[filled - 1], next());
            default -> throw malformed();
        }
    }

    private void drawLine(int length, int from, int to) {
        for (int i = 1; i <= length; i++) {
            entries[filled++] = (char) Math.round(from + (to - from) * (double) i / length);
        }
    }

    /** Where a segment begins, in bytes from the first: two words, or four bytes, the lowest first. */
    private long offset() {
        int width = words ? Short.SIZE : Byte.SIZE;
        long offset = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += width) {
            offset |= (long) next() << shift;
        }
        return offset;
    }

    private int next() {
        if (segments.remaining() < (words ? Character.BYTES : Byte.BYTES)) {
            throw malformed();
        }
        return words ? segments.getChar() : segments.get() & 0xFF;
    }

    private static UnableToReadPixels malformed() {
        return new UnableToReadPixels(Reason.TRANSFORMATION, "the segments of a palette do not make a table");
    }
}
