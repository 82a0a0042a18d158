package dev.auricle.dicom.network;

import dev.auricle.dicom.pdu.Fragment;
import dev.auricle.dicom.pdu.PdvHeader;
import io.vertx.core.buffer.Buffer;

/**
 * Cuts a command or data set into P-DATA-TF no longer than the peer takes. What comes in pieces of any length goes out
 * in full units; the last piece is held back until it is known to be the last.
 */
final class PdvWriter {
    private static final int LONGEST_PDU = 1 << 17;

    private final int contextId;
    private final Fragment.Kind kind;
    private final int capacity;
    private Buffer kept = Buffer.buffer();

    /** The maximum is the peer's, 0 for any. */
    PdvWriter(int contextId, Fragment.Kind kind, long peersMaximum) {
        this.contextId = contextId;
        this.kind = kind;
        this.capacity = capacity(peersMaximum);
    }

    private static int capacity(long peersMaximum) {
        long longest = peersMaximum == 0 ? LONGEST_PDU : Math.min(peersMaximum, LONGEST_PDU);
        // Fragments have an even length (PS3.8, annex E.1).
        return (int) Math.max(2, (longest - PdvHeader.COUNTED) & ~1L);
    }

    /** A whole command. */
    static Buffer command(int contextId, Command command, long peersMaximum) {
        var writer = new PdvWriter(contextId, Fragment.Kind.COMMAND, peersMaximum);
        return writer.add(command.encode()).appendBuffer(writer.finish());
    }

    /** The units that are full with this piece; may be none. */
    Buffer add(Buffer piece) {
        var units = Buffer.buffer(piece.length() + PdvHeader.SIZE * (2 + piece.length() / capacity));
        int position = 0;
        while (kept.length() + piece.length() - position > capacity) {
            int missing = capacity - kept.length();
            append(units, piece.slice(position, position + missing), false);
            position += missing;
        }
        kept.appendBuffer(piece, position, piece.length() - position);
        return units;
    }

    /** The last unit. */
    Buffer finish() {
        var units = Buffer.buffer(kept.length() + PdvHeader.SIZE);
        append(units, Buffer.buffer(), true);
        return units;
    }

    private void append(Buffer units, Buffer rest, boolean last) {
        new PdvHeader(contextId, kind, kept.length() + rest.length(), last).appendTo(units);
        units.appendBuffer(kept).appendBuffer(rest);
        kept = Buffer.buffer();
    }
}
