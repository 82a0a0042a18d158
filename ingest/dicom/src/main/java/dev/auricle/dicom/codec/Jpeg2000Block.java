package dev.auricle.dicom.codec;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A code block while packets are being read: what of its coding passes has come (T.800, B.10). */
final class Jpeg2000Block {
    /** Passes in the first segment where later ones bypass arithmetic coding (T.800, D.6). */
    private static final int BEFORE_BYPASS = 10;

    private final Jpeg2000Style style;
    private final List<Segment> segments = new ArrayList<>();
    private int lengthBits = 3;
    private int planes = -1;
    private int passes;

    final Rectangle place;

    /** Passes that were coded without a break, and their bytes. */
    static final class Segment {
        final int most;
        int passes;
        final ByteArrayOutputStream data = new ByteArrayOutputStream();

        Segment(int most) {
            this.most = most;
        }
    }

    /** A piece of a segment that a packet brings. */
    record Piece(Segment segment, int length) {}

    Jpeg2000Block(Rectangle place, Jpeg2000Style style) {
        this.place = place;
        this.style = style;
    }

    boolean isIncluded() {
        return planes >= 0;
    }

    void include(int planes) {
        this.planes = planes;
    }

    /** The planes of bits that are not empty. */
    int planes() {
        return planes;
    }

    List<Segment> segments() {
        return segments;
    }

    /** Reads how many passes a packet brings, and in which lengths. */
    List<Piece> readPieces(Jpeg2000Bits bits) {
        int fresh = readPasses(bits);
        if (passes + fresh > Math.max(0, 3 * planes - 2)) {
            throw new UnableToDecode("a code block with more passes than its planes have");
        }
        while (bits.bit() == 1) {
            lengthBits++;
            if (lengthBits > 24) {
                throw new UnableToDecode("a code block of more bytes than can be");
            }
        }
        var pieces = new ArrayList<Piece>();
        while (fresh > 0) {
            var segment = open();
            int part = Math.min(fresh, segment.most - segment.passes);
            int length = bits.read(lengthBits + 31 - Integer.numberOfLeadingZeros(part));
            pieces.add(new Piece(segment, length));
            segment.passes += part;
            passes += part;
            fresh -= part;
        }
        return pieces;
    }

    /** The code of T.800, table B.4. */
    private static int readPasses(Jpeg2000Bits bits) {
        if (bits.bit() == 0) {
            return 1;
        }
        if (bits.bit() == 0) {
            return 2;
        }
        int few = bits.read(2);
        if (few < 3) {
            return 3 + few;
        }
        int more = bits.read(5);
        return more < 31 ? 6 + more : 37 + bits.read(7);
    }

    private Segment open() {
        if (!segments.isEmpty()) {
            var last = segments.get(segments.size() - 1);
            if (last.passes < last.most) {
                return last;
            }
        }
        var fresh = new Segment(mostPasses());
        segments.add(fresh);
        return fresh;
    }

    private int mostPasses() {
        if (style.has(Jpeg2000Style.TERMINATE)) {
            return 1;
        }
        if (!style.has(Jpeg2000Style.BYPASS)) {
            return Integer.MAX_VALUE;
        }
        if (segments.isEmpty()) {
            return BEFORE_BYPASS;
        }
        return segments.get(segments.size() - 1).most == 2 ? 1 : 2;
    }

    static void append(Piece piece, ByteBuffer data) {
        if (piece.length() > data.remaining()) {
            throw new UnableToDecode("the packets end before the image does");
        }
        piece.segment().data.write(data.array(), data.arrayOffset() + data.position(), piece.length());
        data.position(data.position() + piece.length());
    }
}
