package dev.auricle.dicom.codec;

/** A tag tree (T.800, B.10.2): numbers in a rectangle, each coded by what it is above the least of its neighbourhood. */
final class TagTree {
    private final TagTree[] above;
    private final int width;
    private final int[] least;
    private final boolean[] known;

    TagTree(int width, int height) {
        this.width = width;
        least = new int[width * height];
        known = new boolean[width * height];
        above = width * height > 1 ? new TagTree[] {new TagTree((width + 1) / 2, (height + 1) / 2)} : new TagTree[0];
    }

    /** Whether the number at a place is below the threshold, as far as has to be read to know. */
    boolean isBelow(Jpeg2000Bits bits, int x, int y, int threshold) {
        int at = y * width + x;
        if (above.length > 0) {
            above[0].isBelow(bits, x / 2, y / 2, threshold);
            least[at] = Math.max(least[at], above[0].least[y / 2 * above[0].width + x / 2]);
        }
        while (!known[at] && least[at] < threshold) {
            if (bits.bit() == 1) {
                known[at] = true;
            } else {
                least[at]++;
            }
        }
        return known[at] && least[at] < threshold;
    }

    /** The number at a place. */
    int read(Jpeg2000Bits bits, int x, int y, int most) {
        for (int threshold = 1; threshold <= most + 1; threshold++) {
            if (isBelow(bits, x, y, threshold)) {
                return threshold - 1;
            }
        }
        throw new UnableToDecode("a code block with more empty planes than there are planes");
    }
}
