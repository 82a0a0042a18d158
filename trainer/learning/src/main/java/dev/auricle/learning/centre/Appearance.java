package dev.auricle.learning.centre;

import dev.auricle.learning.draw.RandomDraw;

/**
 * How a scanner shows anatomy: blood above its surroundings by {@code contrast}, other bright things beside it, blurred,
 * brighter on one side, noisy; in the end the mean is 0 and the deviation 1.
 *
 * @param contrast of the atrium against what is around it
 * @param blur deviation of the point spread, in pixels
 * @param bias how much brighter or darker the corners may be, as a share
 * @param noise deviation of the noise
 * @param grain deviation of the noise's own point spread, in pixels: neighbours are alike
 * @param distraction how bright other things are, as a share of the contrast
 */
record Appearance(double contrast, double blur, double bias, double noise, double grain, double distraction) {

    private static final double BODY = 1;
    private static final double HOLLOW = 0.35;

    /**
     * An image of an anatomy.
     *
     * @return [row, column], z-scores
     */
    float[] show(Anatomy anatomy, int size, RandomDraw draw) {
        double[] scene = scene(anatomy, size, draw);
        double[] seen = Blur.of(scene, size, blur);
        addBias(seen, size, draw);
        addNoise(seen, size, draw);
        return zScored(seen);
    }

    private double[] scene(Anatomy anatomy, int size, RandomDraw draw) {
        double[] scene = new double[size * size];
        Blobs blobs = new Blobs(draw, size);
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                double value = BODY;
                if (anatomy.contains(row, column)) {
                    value += contrast;
                } else if (anatomy.isInBody(row, column, 1)) {
                    value += HOLLOW * contrast;
                } else if (!anatomy.isInBody(row, column, 1.25)) {
                    value += distraction * contrast * blobs.at(row, column);
                }
                scene[row * size + column] = value;
            }
        }
        return scene;
    }

    private void addBias(double[] image, int size, RandomDraw draw) {
        double down = draw.nextBetween(-bias, bias);
        double right = draw.nextBetween(-bias, bias);
        double both = draw.nextBetween(-bias, bias);
        for (int row = 0; row < size; row++) {
            double y = 2.0 * row / (size - 1) - 1;
            for (int column = 0; column < size; column++) {
                double x = 2.0 * column / (size - 1) - 1;
                image[row * size + column] *= 1 + down * y + right * x + both * x * y;
            }
        }
    }

    private void addNoise(double[] image, int size, RandomDraw draw) {
        double[] white = new double[image.length];
        for (int i = 0; i < white.length; i++) {
            white[i] = draw.nextGaussian();
        }
        double[] grains = Blur.of(white, size, grain);
        double deviation = deviation(grains, mean(grains));
        for (int i = 0; i < image.length; i++) {
            image[i] += noise * grains[i] / deviation;
        }
    }

    private static float[] zScored(double[] image) {
        double mean = mean(image);
        double deviation = deviation(image, mean);
        float[] scores = new float[image.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = (float) ((image[i] - mean) / deviation);
        }
        return scores;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double deviation(double[] values, double mean) {
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / values.length);
    }
}
