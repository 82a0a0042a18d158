package dev.auricle.dicom.pixel;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.dictionary.PixelRepresentation;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.pixel.UnableToReadPixels.Reason;
import java.nio.ByteBuffer;

/**
 * How one sample lies in its cell (PS3.5, 8.1.1). What lies in the cell besides is an overlay, and not looked at.
 *
 * @param allocated bits of a cell: 1, 8, 16 or 32
 * @param stored bits of the sample
 * @param high the bit of the cell in which the sample's highest lies
 */
public record SampleFormat(int allocated, int stored, int high, PixelRepresentation representation) {
    public SampleFormat {
        boolean cell = allocated == 1 || allocated == 8 || allocated == 16 || allocated == 32;
        if (!cell || stored < 1 || high >= allocated || high < stored - 1) {
            throw new UnableToReadPixels(
                    Reason.BITS, stored + " bits up to bit " + high + " do not go into " + allocated);
        }
    }

    /** What an image says of its samples. */
    static SampleFormat of(DataSet image) {
        int stored = image.require(Tags.BITS_STORED).integer();
        return new SampleFormat(
                image.require(Tags.BITS_ALLOCATED).integer(),
                stored,
                image.find(Tags.HIGH_BIT).map(Value::integer).orElse(stored - 1),
                PixelRepresentation.of(image.find(Tags.PIXEL_REPRESENTATION)
                        .map(Value::integer)
                        .orElse(0)));
    }

    /** The sample in a cell; unsigned ones of 32 bits need the long. */
    long sample(int cell) {
        int above = Integer.SIZE - 1 - high;
        int aligned = cell << above;
        int shift = Integer.SIZE - stored;
        return representation == PixelRepresentation.SIGNED ? aligned >> shift : (aligned >>> shift) & 0xFFFFFFFFL;
    }

    /**
     * The samples in a buffer's cells from one on. Bits fill bytes from the lowest up (PS3.5, 8.2).
     *
     * @param swap 1 where the bytes of words lie the wrong way round, else 0
     */
    FrameSamples samples(ByteBuffer cells, long firstCell, int swap) {
        int first = (int) firstCell;
        return switch (allocated) {
            case 1 ->
                cell -> {
                    long bit = firstCell + cell;
                    return (cells.get((int) (bit >> 3) ^ swap) >> (bit & 7)) & 1;
                };
            case 8 -> cell -> sample(cells.get((first + cell) ^ swap));
            case 16 -> cell -> sample(cells.getShort(Short.BYTES * (first + cell)));
            default -> cell -> sample(cells.getInt(Integer.BYTES * (first + cell)));
        };
    }
}
