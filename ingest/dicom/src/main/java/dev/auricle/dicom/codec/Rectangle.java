package dev.auricle.dicom.codec;

/** A part of a grid, from left and top up to, not including, right and bottom. */
record Rectangle(int left, int top, int right, int bottom) {
    int width() {
        return right - left;
    }

    int height() {
        return bottom - top;
    }

    boolean isEmpty() {
        return right <= left || bottom <= top;
    }

    /** The part of a grid of which every 2<sup>shift</sup>-th point, less an offset, is in this one. */
    Rectangle reduced(int shift, long offsetX, long offsetY) {
        return new Rectangle(
                ceilShift(left - offsetX, shift),
                ceilShift(top - offsetY, shift),
                ceilShift(right - offsetX, shift),
                ceilShift(bottom - offsetY, shift));
    }

    /** What of this lies in a cell of a grid whose cells are powers of two wide and high. */
    Rectangle cell(long x, long y, int width, int height) {
        return new Rectangle(
                (int) Math.max(left, x << width),
                (int) Math.max(top, y << height),
                (int) Math.min(right, (x + 1) << width),
                (int) Math.min(bottom, (y + 1) << height));
    }

    static int ceilShift(long value, int shift) {
        return (int) ((value + (1L << shift) - 1) >> shift);
    }
}
