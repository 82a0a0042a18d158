package dev.auricle.deploy.prove;

import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.log.LogReader;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.topic.Topics;

/**
 * The best mask that never looks at an image: how often each pixel is the first class in the training samples of all
 * sites, cut at the frequency that does best on those samples.
 */
public final class ConstantMask {
    private static final int THRESHOLDS = 50;

    private final long[] counts;
    private long slices;

    private ConstantMask(int pixels) {
        counts = new long[pixels];
    }

    /** From the samples of all sites, [row, column] of the plan's size. */
    public static byte[] of(KafkaConnection cluster, Plan plan) {
        var mask = new ConstantMask(
                plan.preprocessing().rows() * plan.preprocessing().columns());
        try (var log = new LogReader(cluster)) {
            for (int partition = 0; partition < plan.sites().size(); partition++) {
                long end = log.end(Topics.SAMPLES, partition);
                if (end > 0) {
                    log.read(
                            Topics.SAMPLES,
                            partition,
                            0,
                            end - 1,
                            entry -> mask.add(entry.value().getLabel().toByteArray()));
                }
            }
        }
        return mask.best();
    }

    private void add(byte[] label) {
        for (int pixel = 0; pixel < counts.length; pixel++) {
            counts[pixel] += label[pixel] == 1 ? 1 : 0;
        }
        slices++;
    }

    private byte[] best() {
        byte[] best = new byte[counts.length];
        double bestDice = -1;
        for (int step = 1; step <= THRESHOLDS; step++) {
            long threshold = Math.max(1, slices * step / (2L * THRESHOLDS));
            double dice = dice(threshold);
            if (dice > bestDice) {
                bestDice = dice;
                best = cut(threshold);
            }
        }
        return best;
    }

    /** Dice of the mask with all samples together: 2 Σ in both / (Σ in the mask + Σ in the labels). */
    private double dice(long threshold) {
        long inBoth = 0;
        long inMask = 0;
        long inLabels = 0;
        for (long count : counts) {
            inLabels += count;
            if (count >= threshold) {
                inBoth += count;
                inMask += slices;
            }
        }
        return inMask + inLabels == 0 ? 0 : 2.0 * inBoth / (inMask + inLabels);
    }

    private byte[] cut(long threshold) {
        var mask = new byte[counts.length];
        for (int pixel = 0; pixel < counts.length; pixel++) {
            mask[pixel] = (byte) (counts[pixel] >= threshold ? 1 : 0);
        }
        return mask;
    }
}
