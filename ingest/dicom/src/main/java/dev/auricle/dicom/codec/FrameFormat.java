package dev.auricle.dicom.codec;

/**
 * What an image says each of its frames is. Whoever decodes allocates by this and refuses a stream that says otherwise.
 *
 * @param samples of a pixel: 1 is grey, 3 are colours
 * @param allocated bits of a sample's cell: 8, 16 or 32
 */
public record FrameFormat(int rows, int columns, int samples, int allocated) {
    /** More than any modality makes a frame of; a gigabyte. */
    private static final long MOST_BYTES = 1L << 30;

    public FrameFormat {
        boolean cell = allocated == 8 || allocated == 16 || allocated == 32;
        if (rows < 1 || columns < 1 || samples < 1 || samples > 4 || !cell) {
            throw new UnableToDecode(rows + " rows and " + columns + " columns of " + samples + " samples of "
                    + allocated + " bits are no frame");
        }
        if ((long) rows * columns * samples * (allocated / 8) > MOST_BYTES) {
            throw new UnableToDecode(rows + " rows and " + columns + " columns are more than is decoded");
        }
    }

    int pixels() {
        return rows * columns;
    }

    public int cells() {
        return pixels() * samples;
    }

    int bytesPerCell() {
        return allocated / 8;
    }

    /** Of a whole frame. */
    public int bytes() {
        return cells() * bytesPerCell();
    }

    /** Refuses a stream of another size, more samples or deeper ones than the image announces. */
    void require(int streamRows, int streamColumns, int streamSamples, int bits) {
        if (streamRows != rows || streamColumns != columns || streamSamples != samples) {
            throw new UnableToDecode(streamRows + " rows, " + streamColumns + " columns and " + streamSamples
                    + " samples where the image has " + rows + ", " + columns + " and " + samples);
        }
        if (bits < 1 || bits > Math.min(allocated, 16)) {
            throw new UnableToDecode("samples of " + bits + " bits for cells of " + allocated);
        }
    }
}
