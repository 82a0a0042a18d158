package dev.auricle.dicom.annotation;

import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.ValueElement;
import dev.auricle.dicom.dictionary.Vr;
import java.nio.ByteOrder;

/**
 * Pixels of one bit: those of all frames one after the other, the first in the least significant bit, without a gap
 * where a frame or row ends within a byte (PS3.5, 8.1.1).
 */
final class FrameBits implements FramePixels {
    private final Bytes bytes;
    private final int swap;
    private final int pixelsPerFrame;

    private FrameBits(Bytes bytes, int swap, int pixelsPerFrame) {
        this.bytes = bytes;
        this.swap = swap;
        this.pixelsPerFrame = pixelsPerFrame;
    }

    static FrameBits of(ValueElement pixels, long count, int pixelsPerFrame) {
        if (pixels.value().size() < (count + 7) / 8) {
            throw new UnableToReadAnnotation(pixels.value().size() + " bytes for " + count + " bits");
        }
        boolean words = pixels.vr() == Vr.OW && pixels.order() == ByteOrder.BIG_ENDIAN;
        return new FrameBits(pixels.value(), words ? 1 : 0, pixelsPerFrame);
    }

    @Override
    public void addTo(byte[] target, int offset, int frame, int segment) {
        long first = (long) frame * pixelsPerFrame;
        for (int i = 0; i < pixelsPerFrame; i++) {
            long bit = first + i;
            target[offset + i] |= (byte) (bytes.at((int) (bit >> 3) ^ swap) >> (bit & 7) & 1);
        }
    }
}
