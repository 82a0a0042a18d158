package dev.auricle.dicom.codec;

import dev.auricle.dicom.codec.Jpeg2000Precinct.Part;
import java.util.ArrayList;
import java.util.List;

/**
 * A band of a resolution (T.800, B.5).
 *
 * @param kind 0: the coarse image; 1: detail across; 2: detail down; 3: both
 * @param place on the band's own grid
 * @param planes of bits that its coefficients may have
 * @param step by which they are multiplied
 */
record Jpeg2000Band(int kind, Rectangle place, int planes, double step) {
    static final int ACROSS = 1;
    static final int DOWN = 2;

    private static final int MOST_PLANES = 30;

    Jpeg2000Band {
        if (planes < 0 || planes > MOST_PLANES) {
            throw new UnableToDecode("a band of " + planes + " planes");
        }
    }

    /** What of the band lies in a part of its grid, in code blocks of a size given as powers of two. */
    Part part(Rectangle inside, int blockWidth, int blockHeight, Jpeg2000Style style) {
        if (inside.isEmpty()) {
            return new Part(this, List.of(), 0, new TagTree(0, 0), new TagTree(0, 0));
        }
        int left = inside.left() >> blockWidth;
        int across = Rectangle.ceilShift(inside.right(), blockWidth) - left;
        int top = inside.top() >> blockHeight;
        int down = Rectangle.ceilShift(inside.bottom(), blockHeight) - top;
        var blocks = new ArrayList<Jpeg2000Block>();
        for (int i = 0; i < across * down; i++) {
            blocks.add(new Jpeg2000Block(
                    inside.cell(left + i % across, top + i / across, blockWidth, blockHeight), style));
        }
        return new Part(this, blocks, across, new TagTree(across, down), new TagTree(across, down));
    }
}
