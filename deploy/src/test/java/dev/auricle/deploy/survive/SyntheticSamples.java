package dev.auricle.deploy.survive;

import com.google.protobuf.ByteString;
import dev.auricle.schemas.log.LogWriter;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.record.Sample;
import dev.auricle.schemas.shard.FloatBytes;
import dev.auricle.schemas.topic.Topics;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Noisy discs, the same every time: four slices a series, one series a patient. */
final class SyntheticSamples {
    private static final int SLICES = 4;

    private SyntheticSamples() {}

    /** Writes so many into a site's partition. */
    static void write(LogWriter writer, Plan plan, String site, int count) {
        int partition = plan.partitionOf(site);
        of(plan, site, count).forEach(sample -> writer.write(Topics.SAMPLES, partition, sample.getSampleId(), sample));
        writer.flush();
    }

    /** The same without a log. */
    static List<Sample> of(Plan plan, String site, int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> sample(plan, site, index))
                .toList();
    }

    private static Sample sample(Plan plan, String site, int index) {
        int rows = plan.preprocessing().rows();
        int columns = plan.preprocessing().columns();
        var random = new Random(31L * site.hashCode() + index);
        var image = new float[rows * columns];
        var label = new byte[rows * columns];
        double row = rows / 4.0 + random.nextInt(rows / 2);
        double column = columns / 4.0 + random.nextInt(columns / 2);
        for (int pixel = 0; pixel < image.length; pixel++) {
            int atRow = pixel / columns;
            boolean inside = Math.hypot(atRow - row, pixel % columns - column) < rows / 4.0;
            image[pixel] = (float) ((inside ? 2 : 0) + 0.3 * random.nextGaussian());
            label[pixel] = (byte) (inside ? 1 : 0);
        }
        return Sample.newBuilder()
                .setSampleId(site + "-" + index)
                .setSite(site)
                .setSubject(site + "-patient-" + index / SLICES)
                .setSeries(site + "-series-" + index / SLICES)
                .setRevision(1)
                .setPreprocessingSha256(plan.preprocessingSha256())
                .setRows(rows)
                .setColumns(columns)
                .setRowSpacing(1)
                .setColumnSpacing(1)
                .setSliceSpacing(1)
                .setImage(FloatBytes.of(image))
                .setLabel(ByteString.copyFrom(label))
                .build();
    }
}
