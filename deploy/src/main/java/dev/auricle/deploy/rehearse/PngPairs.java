package dev.auricle.deploy.rehearse;

import com.google.protobuf.ByteString;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.record.Sample;
import dev.auricle.schemas.record.Strength;
import dev.auricle.schemas.shard.FloatBytes;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * A site's slices as pairs of PNG files, {@code images/NAME.png} and {@code masks/NAME.png}, sorted by name. A patient is what
 * the name says before its first underscore. Images are grey and are z-scored each by itself; a mask has a class number in
 * each pixel or, where there is one class, anything but 0 for it.
 */
final class PngPairs {
    static final String IMAGES = "images";
    static final String MASKS = "masks";

    private static final String ENDING = ".png";
    private static final int BYTE = 0xFF;

    private final Plan plan;
    private final String site;

    PngPairs(Plan plan, String site) {
        this.plan = plan;
        this.site = site;
    }

    List<Sample> read(Path folder) {
        try (var files = Files.list(folder.resolve(IMAGES))) {
            return files.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .map(image -> sample(
                            image,
                            folder.resolve(MASKS).resolve(image.getFileName().toString())))
                    .toList();
        } catch (IOException unreadable) {
            throw new UnableToRehearse(folder + " cannot be read", unreadable);
        }
    }

    private Sample sample(Path image, Path mask) {
        var name = image.getFileName().toString();
        var id = name.substring(0, name.length() - ENDING.length());
        var patient = id.split("_", 2)[0];
        var pixels = raster(image);
        return Sample.newBuilder()
                .setSampleId(site + "/" + id)
                .setSite(site)
                .setSubject(patient)
                .setSeries(patient)
                .setRevision(1)
                .setPreprocessingSha256(plan.preprocessingSha256())
                .setRows(pixels.getHeight())
                .setColumns(pixels.getWidth())
                .setRowSpacing(plan.preprocessing().rowSpacing())
                .setColumnSpacing(plan.preprocessing().columnSpacing())
                .setSliceSpacing(plan.preprocessing().sliceSpacing())
                .setStrength(Strength.STRONG)
                .setImage(FloatBytes.of(zScores(values(pixels))))
                .setLabel(ByteString.copyFrom(classes(mask, pixels)))
                .build();
    }

    private byte[] classes(Path mask, Raster image) {
        var raster = raster(mask);
        if (raster.getWidth() != image.getWidth() || raster.getHeight() != image.getHeight()) {
            throw new UnableToRehearse(mask + " is not of its image's size");
        }
        var values = values(raster);
        int most = plan.classes().size();
        var labels = new byte[values.length];
        for (int pixel = 0; pixel < values.length; pixel++) {
            int value = most == 1 && values[pixel] > 0 ? 1 : values[pixel];
            if (value > most) {
                throw new UnableToRehearse(mask + " has a pixel of class " + value + ", the plan has " + most);
            }
            labels[pixel] = (byte) (value & BYTE);
        }
        return labels;
    }

    private static Raster raster(Path file) {
        try {
            var image = ImageIO.read(file.toFile());
            if (image == null) {
                throw new UnableToRehearse(file + " is no PNG");
            }
            return image.getRaster();
        } catch (IOException unreadable) {
            throw new UnableToRehearse(file + " is not there or cannot be read", unreadable);
        }
    }

    private static int[] values(Raster raster) {
        return raster.getSamples(0, 0, raster.getWidth(), raster.getHeight(), 0, (int[]) null);
    }

    /** An image of one shade alone is 0 everywhere. */
    private static float[] zScores(int[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double variance = Arrays.stream(values)
                .mapToDouble(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0);
        double scale = variance > 0 ? 1 / Math.sqrt(variance) : 0;
        var scores = new float[values.length];
        for (int pixel = 0; pixel < scores.length; pixel++) {
            scores[pixel] = (float) ((values[pixel] - mean) * scale);
        }
        return scores;
    }
}
