package dev.auricle.learning.augment;

/**
 * One labelled slice. The arrays are shared, not copied: treat them as read-only.
 *
 * @param image [channel, row, column], row-major, z-scores; its length says how many channels there are
 * @param label [row, column], row-major, 0 is background, else the class number, unsigned
 * @param rows at least 1
 * @param columns at least 1
 */
@SuppressWarnings("ArrayRecordComponent") // Pixels stay unboxed; nobody compares slices.
public record Slice(float[] image, byte[] label, int rows, int columns) {

    /** Refuses arrays that do not fit the size. */
    public Slice {
        if (rows < 1 || columns < 1) {
            throw new IllegalArgumentException("a slice must have pixels, not " + rows + " x " + columns);
        }
        int pixels = Math.multiplyExact(rows, columns);
        if (label.length != pixels) {
            throw new IllegalArgumentException("a label must have " + pixels + " pixels, not " + label.length);
        }
        if (image.length == 0 || image.length % pixels != 0) {
            throw new IllegalArgumentException(
                    "an image must have a multiple of " + pixels + " pixels, not " + image.length);
        }
    }

    /** Pixels of one channel. */
    public int pixels() {
        return label.length;
    }

    /** Channels of the image. */
    public int channels() {
        return image.length / label.length;
    }
}
