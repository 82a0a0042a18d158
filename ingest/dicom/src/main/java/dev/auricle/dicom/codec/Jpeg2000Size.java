package dev.auricle.dicom.codec;

import java.nio.ByteBuffer;

/**
 * The size of an image and its tiles on the reference grid (T.800, A.5.1 and B.2).
 *
 * @param image the part of the grid that the image covers
 * @param tileLeft where the first tile begins, and {@code tileTop}
 * @param precision bits of the samples; all components have the same
 */
record Jpeg2000Size(
        Rectangle image,
        int tileWidth,
        int tileHeight,
        int tileLeft,
        int tileTop,
        int components,
        int precision,
        boolean signed) {
    /** The fewest bytes that a tile takes: the marker of its part and that of its data. */
    private static final int TILE_HEADER = 14;

    /** Reads the segment behind its length, and refuses what the format does not announce. */
    static Jpeg2000Size read(ByteBuffer segment, FrameFormat format, int streamLength) {
        segment.getShort();
        int right = u31(segment);
        int bottom = u31(segment);
        var image = new Rectangle(u31(segment), u31(segment), right, bottom);
        int tileWidth = u31(segment);
        int tileHeight = u31(segment);
        int tileLeft = u31(segment);
        int tileTop = u31(segment);
        int components = segment.getShort() & 0xFFFF;
        if (image.isEmpty() || tileWidth == 0 || tileHeight == 0 || tileLeft > image.left() || tileTop > image.top()) {
            throw new UnableToDecode("a JPEG 2000 size that cannot be");
        }
        int depth = segment.get();
        format.require(image.height(), image.width(), components, (depth & 0x7F) + 1);
        for (int i = 0; i < components; i++) {
            boolean alike = i == 0 || segment.get() == depth;
            if (!alike || segment.getShort() != 0x0101) {
                throw new UnableToDecode("components of different sizes or depths");
            }
        }
        var size = new Jpeg2000Size(
                image, tileWidth, tileHeight, tileLeft, tileTop, components, (depth & 0x7F) + 1, depth < 0);
        if ((long) size.tilesAcross() * size.tilesDown() * TILE_HEADER > streamLength) {
            throw new UnableToDecode("more tiles than the stream has bytes for");
        }
        return size;
    }

    private static int u31(ByteBuffer segment) {
        int number = segment.getInt();
        if (number < 0) {
            throw new UnableToDecode("a JPEG 2000 size of more than 31 bits");
        }
        return number;
    }

    int tilesAcross() {
        return (int) (((long) image.right() - tileLeft + tileWidth - 1) / tileWidth);
    }

    int tilesDown() {
        return (int) (((long) image.bottom() - tileTop + tileHeight - 1) / tileHeight);
    }

    Rectangle tile(int index) {
        long left = tileLeft + (long) (index % tilesAcross()) * tileWidth;
        long top = tileTop + (long) (index / tilesAcross()) * tileHeight;
        return new Rectangle(
                (int) Math.max(left, image.left()),
                (int) Math.max(top, image.top()),
                (int) Math.min(left + tileWidth, image.right()),
                (int) Math.min(top + tileHeight, image.bottom()));
    }
}
