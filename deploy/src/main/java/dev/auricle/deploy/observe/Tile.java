package dev.auricle.deploy.observe;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.ImageIO;

/** One slice as a picture. */
public final class Tile {
    private static final int WHITE = 255;
    private static final int OPAQUE = 0xFF000000;
    private static final double DARK = 0.01;
    private static final double BRIGHT = 0.99;
    private static final int OUTLINE = 0xFFFF961E;

    private final BufferedImage picture;

    private Tile(BufferedImage picture) {
        this.picture = picture;
    }

    /** What is black and what is white. */
    public record Range(float black, float white) {
        /** All but the darkest and the brightest hundredth. */
        public static Range of(float[] values) {
            var sorted = values.clone();
            Arrays.sort(sorted);
            return new Range(sorted[(int) (DARK * (sorted.length - 1))], sorted[(int) (BRIGHT * (sorted.length - 1))]);
        }

        int level(float value) {
            float share = white > black ? (value - black) / (white - black) : 0;
            return Math.round(Math.min(1, Math.max(0, share)) * WHITE);
        }
    }

    /** Values as shades of grey, [row, column]. */
    public static Tile grey(float[] values, int columns, Range range) {
        var picture = new BufferedImage(columns, values.length / columns, BufferedImage.TYPE_INT_RGB);
        for (int pixel = 0; pixel < values.length; pixel++) {
            int level = range.level(values[pixel]);
            picture.setRGB(pixel % columns, pixel / columns, OPAQUE | (level << 16) | (level << 8) | level);
        }
        return new Tile(picture);
    }

    /** The same with the regions of a label outlined. */
    public static Tile outlined(float[] values, byte[] label, int columns, Range range) {
        var tile = grey(values, columns, range);
        for (int pixel = 0; pixel < values.length; pixel++) {
            if (label[pixel] != 0 && isEdge(label, pixel, columns)) {
                tile.picture.setRGB(pixel % columns, pixel / columns, OUTLINE);
            }
        }
        return tile;
    }

    private static boolean isEdge(byte[] label, int pixel, int columns) {
        int column = pixel % columns;
        return column == 0
                || column == columns - 1
                || pixel < columns
                || pixel >= label.length - columns
                || label[pixel - 1] != label[pixel]
                || label[pixel + 1] != label[pixel]
                || label[pixel - columns] != label[pixel]
                || label[pixel + columns] != label[pixel];
    }

    /** As the source of an image in a page. */
    String dataUri() {
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(picture, "png", bytes);
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
        } catch (IOException impossible) {
            throw new UncheckedIOException("an array takes everything", impossible);
        }
    }
}
