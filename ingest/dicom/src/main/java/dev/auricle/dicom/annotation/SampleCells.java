package dev.auricle.dicom.annotation;

import dev.auricle.dicom.data.ValueElement;
import dev.auricle.dicom.dictionary.Vr;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Unsigned samples of 8 or 16 bits, those of all frames one after the other. */
final class SampleCells {
    private final ByteBuffer cells;
    private final boolean wide;
    private final int swap;

    private SampleCells(ByteBuffer cells, boolean wide, int swap) {
        this.cells = cells;
        this.wide = wide;
        this.swap = swap;
    }

    /** So many samples; more may follow. */
    static SampleCells of(ValueElement pixels, int bits, long count) {
        if (bits != Byte.SIZE && bits != Short.SIZE) {
            throw new UnableToReadAnnotation("samples of " + bits + " bits");
        }
        if (pixels.value().size() < count * bits / Byte.SIZE) {
            throw new UnableToReadAnnotation(
                    pixels.value().size() + " bytes for " + count + " samples of " + bits + " bits");
        }
        // Bytes in words of big endian come in pairs, the second first (PS3.5, 8.2).
        boolean swapped = bits == Byte.SIZE && pixels.vr() == Vr.OW && pixels.order() == ByteOrder.BIG_ENDIAN;
        return new SampleCells(pixels.value().buffer(pixels.order()), bits == Short.SIZE, swapped ? 1 : 0);
    }

    int at(int index) {
        return wide ? Short.toUnsignedInt(cells.getShort(2 * index)) : Byte.toUnsignedInt(cells.get(index ^ swap));
    }
}
