package dev.auricle.dicom.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * RLE (PS3.5, annex G): the bytes of a frame's cells in segments, one for each byte of each sample, the highest first,
 * each packed by itself.
 */
final class RleDecoder implements FrameDecoder {
    private static final int HEADER = 64;
    private static final int PADDING = Byte.MIN_VALUE;

    @Override
    public byte[] decode(byte[] stream, FrameFormat format) {
        if (stream.length < HEADER) {
            throw new UnableToDecode("an RLE frame of " + stream.length + " bytes has no header");
        }
        var header = ByteBuffer.wrap(stream, 0, HEADER).order(ByteOrder.LITTLE_ENDIAN);
        int segments = format.samples() * format.bytesPerCell();
        if (header.getInt(0) != segments) {
            throw new UnableToDecode(header.getInt(0) + " RLE segments where there should be " + segments);
        }
        var cells = new byte[format.bytes()];
        for (int segment = 0; segment < segments; segment++) {
            int from = header.getInt(4 * (segment + 1));
            int end = segment + 1 < segments ? header.getInt(4 * (segment + 2)) : stream.length;
            if (from < HEADER || from > end || end > stream.length) {
                throw new UnableToDecode("RLE segment " + segment + " lies outside the frame");
            }
            int sample = segment / format.bytesPerCell();
            int significance = format.bytesPerCell() - 1 - segment % format.bytesPerCell();
            int first = sample * format.bytesPerCell() + significance;
            unpack(ByteBuffer.wrap(stream, from, end - from), cells, first, segments);
        }
        return cells;
    }

    /** Fills every {@code step}-th byte of the target from the first on. */
    private static void unpack(ByteBuffer packed, byte[] target, int first, int step) {
        int out = first;
        while (out < target.length) {
            int control = packed.hasRemaining() ? packed.get() : PADDING;
            boolean repeated = control < 0;
            if (packed.remaining() < (repeated ? 1 : control + 1)) {
                throw new UnableToDecode("an RLE segment ends before the frame does");
            }
            if (control == PADDING) {
                continue;
            }
            byte same = repeated ? packed.get() : 0;
            for (int i = repeated ? 1 - control : control + 1; i > 0 && out < target.length; i--, out += step) {
                target[out] = repeated ? same : packed.get();
            }
        }
    }
}
