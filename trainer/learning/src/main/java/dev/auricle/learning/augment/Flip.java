package dev.auricle.learning.augment;

import dev.auricle.learning.draw.RandomDraw;

/** Mirrors rows, and independently columns, each with the given probability. Exact: no pixel is interpolated. */
final class Flip implements Augmentation {

    private final double probability;

    Flip(double probability) {
        this.probability = probability;
    }

    @Override
    public Slice vary(Slice slice, RandomDraw draw) {
        boolean flipsRows = draw.nextUnit() < probability;
        boolean flipsColumns = draw.nextUnit() < probability;
        if (!flipsRows && !flipsColumns) {
            return slice;
        }
        return mirrored(slice, sources(slice.rows(), flipsRows), sources(slice.columns(), flipsColumns));
    }

    /** For each place along an axis, where its pixel comes from. */
    private static int[] sources(int length, boolean flips) {
        int[] sources = new int[length];
        for (int i = 0; i < length; i++) {
            sources[i] = flips ? length - 1 - i : i;
        }
        return sources;
    }

    private static Slice mirrored(Slice slice, int[] rowSources, int[] columnSources) {
        int columns = slice.columns();
        float[] image = new float[slice.image().length];
        byte[] label = new byte[slice.pixels()];
        for (int row = 0; row < slice.rows(); row++) {
            for (int column = 0; column < columns; column++) {
                int to = row * columns + column;
                int from = rowSources[row] * columns + columnSources[column];
                label[to] = slice.label()[from];
                for (int plane = 0; plane < image.length; plane += label.length) {
                    image[plane + to] = slice.image()[plane + from];
                }
            }
        }
        return new Slice(image, label, slice.rows(), columns);
    }
}
