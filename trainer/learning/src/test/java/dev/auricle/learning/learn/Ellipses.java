package dev.auricle.learning.learn;

import dev.auricle.learning.augment.Slice;
import dev.auricle.learning.draw.RandomDraw;
import dev.auricle.learning.measure.Spacing;
import java.util.List;
import java.util.stream.IntStream;

/** A drawn data set: on each slice one bright ellipse of random size, place and turn, a gradient and noise. */
final class Ellipses {

    private static final double NOISE = 0.5;

    private final int size;
    private final long seed;

    Ellipses(int size, long seed) {
        this.size = size;
        this.seed = seed;
    }

    /** Slices number first … first + count − 1, always the same ones. */
    List<Sample> samples(int first, int count) {
        return IntStream.range(first, first + count).mapToObj(this::sample).toList();
    }

    private Sample sample(int number) {
        RandomDraw draw = RandomDraw.of(seed, number);
        double middleRow = size * draw.nextBetween(0.35, 0.65);
        double middleColumn = size * draw.nextBetween(0.35, 0.65);
        double height = size * draw.nextBetween(0.12, 0.3);
        double width = size * draw.nextBetween(0.12, 0.3);
        double turn = draw.nextBetween(0, StrictMath.PI);
        double slope = draw.nextBetween(-1, 1) / size;
        float[] image = new float[size * size];
        byte[] label = new byte[size * size];
        for (int pixel = 0; pixel < label.length; pixel++) {
            double y = Math.floorDiv(pixel, size) - middleRow;
            double x = pixel % size - middleColumn;
            double along = (StrictMath.cos(turn) * y + StrictMath.sin(turn) * x) / height;
            double across = (StrictMath.cos(turn) * x - StrictMath.sin(turn) * y) / width;
            label[pixel] = (byte) (along * along + across * across < 1 ? 1 : 0);
            image[pixel] = (float) (label[pixel] * 1.5 - 0.5 + slope * x + NOISE * draw.nextGaussian());
        }
        return new Sample("ellipse-" + number, new Slice(image, label, size, size), Spacing.unit());
    }
}
