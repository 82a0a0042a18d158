package dev.auricle.deploy.simulate;

import dev.auricle.dicom.annotation.SegmentationReader;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.space.Geometry;
import dev.auricle.dicom.space.Mask;
import dev.auricle.dicom.space.Vector;
import dev.auricle.dicom.space.Volume;
import dev.auricle.dicom.space.VolumeReader;
import dev.auricle.dicom.syntax.DicomFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;

/**
 * A picture of phantoms for people to look at: a row for each site with slices of its first patient, from below to
 * above. What the site's reader drew is outlined in orange, what is there in blue, where both run together in orange.
 */
public final class PhantomSheet {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 256;
    private static final double MILLIMETRES_PER_DOT = 0.95;
    private static final int TILES = 6;
    private static final int ORANGE = 0xFF9020;
    private static final int BLUE = 0x40A0FF;
    private static final double WHITE_QUANTILE = 0.995;

    private final BufferedImage sheet =
            new BufferedImage(TILES * WIDTH, PhantomSite.values().length * HEIGHT, BufferedImage.TYPE_INT_RGB);

    private PhantomSheet() {}

    /** Writes it as PNG. */
    public static void write(long seed, Path file) throws IOException {
        var sheet = new PhantomSheet();
        var sites = PhantomSite.values();
        for (int row = 0; row < sites.length; row++) {
            sheet.row(row, PhantomStudy.of(seed, sites[row], 1));
        }
        ImageIO.write(sheet.sheet, "png", file.toFile());
    }

    private void row(int row, PhantomStudy study) {
        var files = study.images().stream()
                .map(image -> DicomFile.of(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN))
                .toList();
        if (VolumeReader.read(files) instanceof Volume.Assembled assembled) {
            var volume = assembled.volume();
            var drawn = SegmentationReader.read(study.label()).mask(1, volume.geometry());
            int lowest = firstSlice(drawn);
            int slices = lastSlice(drawn) - lowest;
            for (int tile = 0; tile < TILES; tile++) {
                int slice = lowest + Math.round(slices * tile / (TILES - 1f));
                new Tile(volume, drawn, study.truth(), slice).paint(tile * WIDTH, row * HEIGHT);
            }
        }
    }

    private static int firstSlice(Mask mask) {
        int at = 0;
        while (at < mask.labels().length - 1 && mask.labels()[at] == 0) {
            at++;
        }
        return at / mask.geometry().first().grid().pixels();
    }

    private static int lastSlice(Mask mask) {
        int at = mask.labels().length - 1;
        while (at > 0 && mask.labels()[at] == 0) {
            at--;
        }
        return at / mask.geometry().first().grid().pixels();
    }

    /** One slice. */
    private final class Tile {
        private final Volume volume;
        private final Mask drawn;
        private final Mask truth;
        private final int slice;
        private final float white;

        Tile(Volume volume, Mask drawn, Mask truth, int slice) {
            this.volume = volume;
            this.drawn = drawn;
            this.truth = truth;
            this.slice = slice;
            var sorted = volume.voxels().clone();
            Arrays.sort(sorted);
            white = sorted[(int) (WHITE_QUANTILE * sorted.length)];
        }

        void paint(int left, int top) {
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    sheet.setRGB(left + x, top + y, colour(x, y));
                }
            }
        }

        private int colour(int x, int y) {
            if (isEdge(drawn, x, y)) {
                return ORANGE;
            }
            return isEdge(truth, x, y) ? BLUE : grey(x, y);
        }

        private boolean isEdge(Mask mask, int x, int y) {
            int here = label(mask, x, y);
            return here == 1
                    && (label(mask, x + 1, y) == 0
                            || label(mask, x, y + 1) == 0
                            || label(mask, x - 1, y) == 0
                            || label(mask, x, y - 1) == 0);
        }

        private int label(Mask mask, int x, int y) {
            int voxel = voxel(x, y);
            return voxel < 0 ? 0 : mask.labels()[voxel];
        }

        private int grey(int x, int y) {
            int voxel = voxel(x, y);
            float value = voxel < 0 ? 0 : volume.voxels()[voxel];
            int level = (int) (255 * Math.min(1, value / white));
            return level * 0x010101;
        }

        /** The nearest voxel; −1 outside of the image. The tile's centre is the image's. */
        private int voxel(int x, int y) {
            Geometry geometry = volume.geometry();
            var grid = geometry.first().grid();
            var offset = new Vector(x - WIDTH / 2.0, y - HEIGHT / 2.0, 0).times(MILLIMETRES_PER_DOT);
            long column = Math.round((geometry.columns() - 1) / 2.0 + offset.x() / grid.columnSpacing());
            long row = Math.round((geometry.rows() - 1) / 2.0 + offset.y() / grid.rowSpacing());
            boolean inside = column >= 0 && column < geometry.columns() && row >= 0 && row < geometry.rows();
            return inside ? geometry.offset(slice) + (int) row * geometry.columns() + (int) column : -1;
        }
    }
}
