package dev.auricle.learning.centre;

/** A square image seen through a Gaussian point spread, along rows and then along columns; its border goes on for ever. */
final class Blur {

    private static final int DEVIATIONS = 3;

    private Blur() {}

    static double[] of(double[] image, int size, double deviation) {
        double[] kernel = kernel(deviation);
        return along(along(image, size, kernel, size, 1), size, kernel, 1, size);
    }

    /** One step to the next line, another to the next pixel of a line. */
    private static double[] along(double[] image, int size, double[] kernel, int line, int step) {
        double[] blurred = new double[image.length];
        int reach = kernel.length / 2;
        for (int first = 0; first < size; first++) {
            for (int place = 0; place < size; place++) {
                double sum = 0;
                for (int k = -reach; k <= reach; k++) {
                    int from = Math.max(0, Math.min(size - 1, place + k));
                    sum += kernel[k + reach] * image[first * line + from * step];
                }
                blurred[first * line + place * step] = sum;
            }
        }
        return blurred;
    }

    private static double[] kernel(double deviation) {
        int reach = (int) Math.ceil(DEVIATIONS * deviation);
        double[] kernel = new double[2 * reach + 1];
        double sum = 0;
        for (int k = -reach; k <= reach; k++) {
            kernel[k + reach] = StrictMath.exp(-k * k / (2 * deviation * deviation));
            sum += kernel[k + reach];
        }
        for (int k = 0; k < kernel.length; k++) {
            kernel[k] /= sum;
        }
        return kernel;
    }
}
