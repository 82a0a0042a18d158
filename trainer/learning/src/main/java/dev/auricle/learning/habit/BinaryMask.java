package dev.auricle.learning.habit;

import java.util.Arrays;

/**
 * A set of pixels, and what mathematical morphology makes of it (Serra, <i>Image Analysis and Mathematical
 * Morphology</i>, 1982).
 *
 * <p>Beyond the image nothing is known: a dilation takes nothing from there, an erosion loses nothing to it. So erosion
 * and dilation are each other's complement and an opening is within its mask, at the border too. Immutable.
 */
public final class BinaryMask {

    private final boolean[] pixels;
    private final int rows;
    private final int columns;

    private BinaryMask(boolean[] pixels, int rows, int columns) {
        this.pixels = pixels;
        this.rows = rows;
        this.columns = columns;
    }

    /**
     * A copy of those pixels.
     *
     * @param pixels [row, column], row-major
     */
    public static BinaryMask of(boolean[] pixels, int rows, int columns) {
        if (rows < 1 || columns < 1 || pixels.length != Math.multiplyExact(rows, columns)) {
            throw new IllegalArgumentException(
                    "a mask of " + rows + " x " + columns + " has no " + pixels.length + " pixels");
        }
        return new BinaryMask(pixels.clone(), rows, columns);
    }

    /** Where a label is of a class. */
    static BinaryMask ofClass(byte[] label, int classNumber, int rows, int columns) {
        boolean[] pixels = new boolean[label.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = Byte.toUnsignedInt(label[i]) == classNumber;
        }
        return new BinaryMask(pixels, rows, columns);
    }

    /** Whether the pixel at that place is in it, row-major. */
    public boolean contains(int place) {
        return pixels[place];
    }

    /** How many pixels are in it. */
    public int count() {
        int count = 0;
        for (boolean pixel : pixels) {
            count += pixel ? 1 : 0;
        }
        return count;
    }

    /** Every pixel that has one of the mask among its neighbours. */
    public BinaryMask dilated(StructuringElement element) {
        boolean[] dilated = new boolean[pixels.length];
        int reach = element.radius();
        for (int down = -reach; down <= reach; down++) {
            for (int right = -reach; right <= reach; right++) {
                if (element.covers(down, right)) {
                    addShifted(dilated, down, right);
                }
            }
        }
        return new BinaryMask(dilated, rows, columns);
    }

    /** Every pixel whose neighbours are all in the mask. */
    public BinaryMask eroded(StructuringElement element) {
        return complement().dilated(element).complement();
    }

    /** Without what the element does not fit into. */
    public BinaryMask opened(StructuringElement element) {
        return eroded(element).dilated(element);
    }

    /** With every hollow that the element does not fit into. */
    public BinaryMask closed(StructuringElement element) {
        return dilated(element).eroded(element);
    }

    /** All other pixels. */
    public BinaryMask complement() {
        boolean[] others = new boolean[pixels.length];
        for (int i = 0; i < others.length; i++) {
            others[i] = !pixels[i];
        }
        return new BinaryMask(others, rows, columns);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BinaryMask mask
                && rows == mask.rows
                && columns == mask.columns
                && Arrays.equals(pixels, mask.pixels);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(pixels);
    }

    @Override
    public String toString() {
        return count() + " of " + rows + " x " + columns + " pixels";
    }

    private void addShifted(boolean[] to, int down, int right) {
        int firstColumn = Math.max(0, -right);
        int lastColumn = columns - Math.max(0, right);
        for (int row = Math.max(0, -down); row < rows - Math.max(0, down); row++) {
            int from = row * columns;
            int into = (row + down) * columns + right;
            for (int column = firstColumn; column < lastColumn; column++) {
                to[into + column] |= pixels[from + column];
            }
        }
    }
}
