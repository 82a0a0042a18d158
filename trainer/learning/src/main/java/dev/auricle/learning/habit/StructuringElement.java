package dev.auricle.learning.habit;

/**
 * Which neighbours count with a pixel, itself among them.
 *
 * @param shape which of those within the radius
 * @param radius in pixels, 0 to {@value #LARGEST}; 0 is the pixel alone
 */
public record StructuringElement(ElementShape shape, int radius) {

    /** More is no habit of drawing. */
    public static final int LARGEST = 32;

    /** Refuses a radius out of range. */
    public StructuringElement {
        if (radius < 0 || radius > LARGEST) {
            throw new IllegalArgumentException("a radius must be 0 to " + LARGEST + ", not " + radius);
        }
    }

    /** A disc. */
    public static StructuringElement disc(int radius) {
        return new StructuringElement(ElementShape.DISC, radius);
    }

    boolean covers(int row, int column) {
        return shape.covers(row, column, radius);
    }
}
