package dev.auricle.learning.learn;

/**
 * Images of one size, to be segmented. The array is shared, not copied.
 *
 * @param pixels [image, channel, row, column], row-major, z-scores
 * @param count images, at least 1
 * @param rows of each
 * @param columns of each
 */
@SuppressWarnings("ArrayRecordComponent") // Pixels stay unboxed; nobody compares images.
public record Images(float[] pixels, int count, int rows, int columns) {

    /** Refuses an array that does not hold whole images. */
    public Images {
        if (count < 1 || rows < 1 || columns < 1) {
            throw new IllegalArgumentException(
                    "images must have pixels, not " + count + " x " + rows + " x " + columns);
        }
        int plane = Math.multiplyExact(count, Math.multiplyExact(rows, columns));
        if (pixels.length == 0 || pixels.length % plane != 0) {
            throw new IllegalArgumentException(
                    "images must have a multiple of " + plane + " pixels, not " + pixels.length);
        }
    }

    /** Channels of each. */
    public int channels() {
        return pixels.length / (count * rows * columns);
    }
}
