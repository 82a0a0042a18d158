package dev.auricle.deploy.rehearse;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;

/** Slices with a bright disc somewhere as pairs of PNG files, drawn from the seed 5; two slices a patient. */
final class Discs {
    private static final int SIZE = 16;

    private Discs() {}

    static void write(Path directory, String site, int count) {
        write(directory, site, count, 255);
    }

    /** With masks in which nothing is drawn. */
    static void writeUndrawn(Path directory, String site, int count) {
        write(directory, site, count, 0);
    }

    private static void write(Path directory, String site, int count, int drawn) {
        var random = new Random(5L + site.hashCode());
        try {
            var images = Files.createDirectories(directory.resolve(site).resolve(PngPairs.IMAGES));
            var masks = Files.createDirectories(directory.resolve(site).resolve(PngPairs.MASKS));
            for (int index = 0; index < count; index++) {
                var name = "p%02d_%d.png".formatted(index / 2, index % 2);
                var image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_BYTE_GRAY);
                var mask = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_BYTE_GRAY);
                int row = 5 + random.nextInt(6);
                int column = 5 + random.nextInt(6);
                for (int pixel = 0; pixel < SIZE * SIZE; pixel++) {
                    boolean inside = Math.hypot(pixel / SIZE - row, pixel % SIZE - column) < 4;
                    int grey = (inside ? 180 : 60) + random.nextInt(40);
                    image.getRaster().setSample(pixel % SIZE, pixel / SIZE, 0, grey);
                    mask.getRaster().setSample(pixel % SIZE, pixel / SIZE, 0, inside ? drawn : 0);
                }
                ImageIO.write(image, "png", images.resolve(name).toFile());
                ImageIO.write(mask, "png", masks.resolve(name).toFile());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
