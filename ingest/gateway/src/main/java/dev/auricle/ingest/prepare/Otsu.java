package dev.auricle.ingest.prepare;

/** Otsu's threshold: where the variance between what is darker and what is brighter is greatest. */
final class Otsu {
    private static final int BINS = 256;

    private Otsu() {}

    /** Which pixels are brighter; none where all are alike. */
    static boolean[] brighterThanThreshold(float[] pixels) {
        float least = Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;
        for (float pixel : pixels) {
            least = Math.min(least, pixel);
            most = Math.max(most, pixel);
        }
        var brighter = new boolean[pixels.length];
        if (!(most > least)) {
            return brighter;
        }
        double scale = BINS / ((double) most - least);
        int threshold = threshold(histogram(pixels, least, scale), pixels.length);
        for (int pixel = 0; pixel < pixels.length; pixel++) {
            brighter[pixel] = bin(pixels[pixel], least, scale) > threshold;
        }
        return brighter;
    }

    private static long[] histogram(float[] pixels, float least, double scale) {
        var histogram = new long[BINS];
        for (float pixel : pixels) {
            histogram[bin(pixel, least, scale)]++;
        }
        return histogram;
    }

    private static int bin(float pixel, float least, double scale) {
        return Math.min(BINS - 1, (int) ((pixel - least) * scale));
    }

    private static int threshold(long[] histogram, long total) {
        double sumOfAll = 0;
        for (int bin = 0; bin < BINS; bin++) {
            sumOfAll += bin * (double) histogram[bin];
        }
        long darker = 0;
        double sumOfDarker = 0;
        double greatest = -1;
        int threshold = 0;
        for (int bin = 0; bin < BINS - 1; bin++) {
            darker += histogram[bin];
            sumOfDarker += bin * (double) histogram[bin];
            long brighter = total - darker;
            if (darker == 0 || brighter == 0) {
                continue;
            }
            double difference = sumOfDarker / darker - (sumOfAll - sumOfDarker) / brighter;
            double between = (double) darker * brighter * difference * difference;
            if (between > greatest) {
                greatest = between;
                threshold = bin;
            }
        }
        return threshold;
    }
}
