package dev.auricle.deploy.observe;

import dev.auricle.dicom.space.Geometry;
import dev.auricle.dicom.space.Mask;
import dev.auricle.dicom.space.Volume;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/**
 * A sheet of pictures: a row for each series, some of its slices side by side, what is really there outlined in green and
 * what was found in orange.
 */
public final class OverlaySheet {
    private static final int TILE = 224;
    private static final int TILES = 6;
    private static final int CAPTION = 20;
    private static final double DARK = 0.01;
    private static final double BRIGHT = 0.99;
    private static final int WHITE = 255;
    private static final Color TRUTH = new Color(60, 220, 90);
    private static final Color FOUND = new Color(255, 150, 30);

    private OverlaySheet() {}

    /**
     * One series.
     *
     * @param caption nothing that tells who the patient is
     * @param truth class numbers on the volume's geometry
     * @param found class numbers on the volume's geometry
     */
    public record Row(String caption, Volume volume, Mask truth, Mask found) {}

    /** Writes a PNG. */
    public static void write(Path file, List<Row> rows) {
        var sheet = new BufferedImage(
                TILE * TILES, Math.max(1, rows.size()) * (TILE + CAPTION), BufferedImage.TYPE_INT_RGB);
        var pen = sheet.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, CAPTION - 6));
        for (int at = 0; at < rows.size(); at++) {
            draw(pen, rows.get(at), at * (TILE + CAPTION));
        }
        pen.dispose();
        try {
            ImageIO.write(sheet, "png", file.toFile());
        } catch (IOException failed) {
            throw new UncheckedIOException(file + " cannot be written", failed);
        }
    }

    private static void draw(Graphics2D pen, Row row, int top) {
        pen.setColor(Color.WHITE);
        pen.drawString(row.caption(), 4, top + CAPTION - 6);
        var geometry = row.volume().geometry();
        var window = Window.of(row.volume().voxels());
        var slices = worthSeeing(row, geometry);
        for (int at = 0; at < slices.size(); at++) {
            var picture = grey(row.volume(), slices.get(at), window);
            outline(picture, geometry, row.truth().labels(), slices.get(at), TRUTH);
            outline(picture, geometry, row.found().labels(), slices.get(at), FOUND);
            place(pen, picture, geometry, at * TILE, top + CAPTION);
        }
    }

    /** Evenly over the slices in which there is something; over all where there is nothing. */
    private static List<Integer> worthSeeing(Row row, Geometry geometry) {
        var marked = IntStream.range(0, geometry.slices())
                .filter(slice -> has(row.truth().labels(), geometry, slice)
                        || has(row.found().labels(), geometry, slice))
                .boxed()
                .toList();
        var from =
                marked.isEmpty() ? IntStream.range(0, geometry.slices()).boxed().toList() : marked;
        int count = Math.min(TILES, from.size());
        return IntStream.range(0, count)
                .mapToObj(at -> from.get((2 * at + 1) * from.size() / (2 * count)))
                .toList();
    }

    private static boolean has(byte[] labels, Geometry geometry, int slice) {
        int begin = geometry.offset(slice);
        return IntStream.range(begin, begin + geometry.rows() * geometry.columns())
                .anyMatch(at -> labels[at] != 0);
    }

    private static BufferedImage grey(Volume volume, int slice, Window window) {
        var geometry = volume.geometry();
        var picture = new BufferedImage(geometry.columns(), geometry.rows(), BufferedImage.TYPE_INT_RGB);
        int at = geometry.offset(slice);
        for (int row = 0; row < geometry.rows(); row++) {
            for (int column = 0; column < geometry.columns(); column++) {
                int level = window.level(volume.voxels()[at++]);
                picture.setRGB(column, row, new Color(level, level, level).getRGB());
            }
        }
        return picture;
    }

    /** Colours the pixels of a region that touch what is outside it. */
    private static void outline(BufferedImage picture, Geometry geometry, byte[] labels, int slice, Color colour) {
        int offset = geometry.offset(slice);
        for (int row = 1; row < geometry.rows() - 1; row++) {
            for (int column = 1; column < geometry.columns() - 1; column++) {
                int at = offset + row * geometry.columns() + column;
                boolean inside = labels[at] == labels[at - 1]
                        && labels[at] == labels[at + 1]
                        && labels[at] == labels[at - geometry.columns()]
                        && labels[at] == labels[at + geometry.columns()];
                if (labels[at] != 0 && !inside) {
                    picture.setRGB(column, row, colour.getRGB());
                }
            }
        }
    }

    /** In its true proportions, as large as a tile. */
    private static void place(Graphics2D pen, BufferedImage picture, Geometry geometry, int left, int top) {
        var grid = geometry.first().grid();
        double width = grid.columns() * grid.columnSpacing();
        double height = grid.rows() * grid.rowSpacing();
        double scale = TILE / Math.max(width, height);
        pen.drawImage(picture, left, top, (int) (width * scale), (int) (height * scale), null);
    }

    /** Which values are black and white. */
    private record Window(float black, float white) {
        static Window of(float[] voxels) {
            var sorted = voxels.clone();
            Arrays.sort(sorted);
            return new Window(sorted[(int) (DARK * (sorted.length - 1))], sorted[(int) (BRIGHT * (sorted.length - 1))]);
        }

        int level(float value) {
            float share = white > black ? (value - black) / (white - black) : 0;
            return Math.round(Math.min(1, Math.max(0, share)) * WHITE);
        }
    }
}
