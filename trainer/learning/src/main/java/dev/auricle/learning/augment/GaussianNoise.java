package dev.auricle.learning.augment;

import dev.auricle.learning.draw.RandomDraw;

/** Adds independent normal noise to each pixel of the image; the label stays. */
final class GaussianNoise implements Augmentation {

    private final double deviation;

    GaussianNoise(double deviation) {
        this.deviation = deviation;
    }

    @Override
    public Slice vary(Slice slice, RandomDraw draw) {
        if (deviation == 0) {
            return slice;
        }
        float[] image = slice.image().clone();
        for (int i = 0; i < image.length; i++) {
            image[i] += (float) (deviation * draw.nextGaussian());
        }
        return new Slice(image, slice.label(), slice.rows(), slice.columns());
    }
}
