package dev.auricle.learning.learn;

import dev.auricle.learning.augment.Slice;
import dev.auricle.learning.measure.ConfusionCounts;
import dev.auricle.learning.measure.HausdorffDistance;
import dev.auricle.learning.measure.VoxelGrid;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Adds up the scores of samples, one at a time. */
final class ScoreTally {

    private final ConfusionCounts all;
    private final double[] sumOfDice;
    private final double[] sumOfDistance;
    private final long[] withDistance;
    private long samples;

    ScoreTally(int classes) {
        this.all = new ConfusionCounts(classes);
        this.sumOfDice = new double[classes];
        this.sumOfDistance = new double[classes];
        this.withDistance = new long[classes];
    }

    /** Counts one sample and what was predicted for it, [row, column]. */
    void add(Sample sample, byte[] predicted) {
        Slice slice = sample.slice();
        ConfusionCounts own = new ConfusionCounts(all.classes());
        own.add(slice.label(), predicted);
        all.add(own);
        samples++;
        VoxelGrid grid = VoxelGrid.slice(slice.rows(), slice.columns(), sample.spacing());
        for (int label = 1; label < all.classes(); label++) {
            sumOfDice[label] += own.dice(label);
            addDistance(label, HausdorffDistance.percentile95(slice.label(), predicted, label, grid));
        }
    }

    Evaluation evaluation() {
        return new Evaluation(
                samples, IntStream.range(1, all.classes()).mapToObj(this::score).toList());
    }

    private void addDistance(int label, OptionalDouble millimetres) {
        if (millimetres.isPresent()) {
            sumOfDistance[label] += millimetres.getAsDouble();
            withDistance[label]++;
        }
    }

    private ClassScore score(int label) {
        OptionalDouble distance = withDistance[label] == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(sumOfDistance[label] / withDistance[label]);
        return new ClassScore(
                label, all.dice(label), sumOfDice[label] / samples, distance, samples - withDistance[label]);
    }
}
