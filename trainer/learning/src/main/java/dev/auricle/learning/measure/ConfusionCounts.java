package dev.auricle.learning.measure;

import java.util.stream.IntStream;

/**
 * Counts which class was predicted where which class is true, over as many slices as are added; overlap is read from the
 * counts at the end, so memory does not grow with the data.
 *
 * <p>Labels are unsigned bytes. Not thread-safe: count in one each and {@link #add(ConfusionCounts)} them.
 */
public final class ConfusionCounts {

    private final int classes;

    /** [true class, predicted class]. */
    private final long[] counts;

    /** Nothing counted yet. */
    public ConfusionCounts(int classes) {
        if (classes < 2) {
            throw new IllegalArgumentException("at least 2 classes are needed, not " + classes);
        }
        this.classes = classes;
        this.counts = new long[classes * classes];
    }

    /** Counts every pixel of a pair of label arrays of one length. */
    public void add(byte[] truth, byte[] prediction) {
        if (truth.length != prediction.length) {
            throw new IllegalArgumentException(
                    "truth has " + truth.length + " pixels, the prediction " + prediction.length);
        }
        for (int i = 0; i < truth.length; i++) {
            counts[requireClass(truth[i]) * classes + requireClass(prediction[i])]++;
        }
    }

    /** Adds what another has counted. */
    public void add(ConfusionCounts other) {
        if (other.classes != classes) {
            throw new IllegalArgumentException(classes + " classes are counted here, " + other.classes + " there");
        }
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
    }

    /** Background included. */
    public int classes() {
        return classes;
    }

    /** How often {@code predicted} was said where {@code actual} is true. */
    public long count(int actual, int predicted) {
        return counts[actual * classes + predicted];
    }

    /** TP: pixels of the class that were found. */
    public long truePositives(int label) {
        return count(label, label);
    }

    /** FP: pixels taken for the class that are not. */
    public long falsePositives(int label) {
        return IntStream.range(0, classes)
                        .mapToLong(actual -> count(actual, label))
                        .sum()
                - truePositives(label);
    }

    /** FN: pixels of the class that were missed. */
    public long falseNegatives(int label) {
        return IntStream.range(0, classes)
                        .mapToLong(predicted -> count(label, predicted))
                        .sum()
                - truePositives(label);
    }

    /**
     * Dice overlap of a class, 2 TP / (2 TP + FP + FN), 0 to 1. A class that is neither there nor predicted is perfectly
     * predicted: 1. A class that is only there, or only predicted: 0.
     */
    public double dice(int label) {
        long twice = 2 * truePositives(label);
        long total = twice + falsePositives(label) + falseNegatives(label);
        return total == 0 ? 1 : (double) twice / total;
    }

    /** Mean of {@link #dice} over the classes 1 … classes − 1. */
    public double meanForegroundDice() {
        return IntStream.range(1, classes).mapToDouble(this::dice).average().orElseThrow();
    }

    private int requireClass(byte label) {
        int number = Byte.toUnsignedInt(label);
        if (number >= classes) {
            throw new IllegalArgumentException("label " + number + " is not one of " + classes + " classes");
        }
        return number;
    }
}
