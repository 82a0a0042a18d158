package dev.auricle.learning.augment;

import dev.auricle.learning.draw.RandomDraw;

/**
 * Bends a slice smoothly: a free-form deformation by cubic B-splines (Rueckert, Sonoda, Hayes, Hill, Leach, Hawkes,
 * IEEE Trans. Med. Imaging 18(8), 1999).
 *
 * <pre>u(y, x) = Σₘ Σₙ Bₘ(y/g) Bₙ(x/g) φ[m, n]      g = 24 pixels, φ uniform in ± amplitude, per axis</pre>
 *
 * <p>The spline's weights are not negative and sum to 1, so no pixel moves further than the amplitude. Below 0.403 g
 * (9.6 pixels) the map is one-to-one for every draw (Choi, Lee, <i>Injectivity conditions of 2D and 3D uniform cubic
 * B-spline functions</i>, Graphical Models 62, 2000): anatomy is bent, never folded.
 */
final class ElasticDeformation implements Deformation {

    private static final int GRID_PIXELS = 24;

    /** Control points around an interval of a cubic spline. */
    private static final int SUPPORT = 4;

    private final double amplitude;

    ElasticDeformation(double amplitude) {
        this.amplitude = amplitude;
    }

    @Override
    public boolean moves() {
        return amplitude > 0;
    }

    @Override
    public void deform(PixelMap map, RandomDraw draw) {
        displace(map.row(), map, draw);
        displace(map.column(), map, draw);
    }

    private void displace(double[] coordinate, PixelMap map, RandomDraw draw) {
        int height = controls(map.rows());
        int width = controls(map.columns());
        double[] control = new double[height * width];
        for (int i = 0; i < control.length; i++) {
            control[i] = draw.nextBetween(-amplitude, amplitude);
        }
        double[][] across = weights(map.columns());
        double[][] down = weights(map.rows());
        for (int row = 0; row < map.rows(); row++) {
            double[] line = blendRows(control, width, row / GRID_PIXELS, down[row]);
            for (int column = 0; column < map.columns(); column++) {
                int first = column / GRID_PIXELS;
                coordinate[row * map.columns() + column] += blend(line, first, across[column]);
            }
        }
    }

    /** How many control points an axis needs. */
    private static int controls(int length) {
        return (length - 1) / GRID_PIXELS + SUPPORT;
    }

    /** The control points of one row of pixels: the four rows of controls around it, weighted. */
    private static double[] blendRows(double[] control, int width, int first, double[] weights) {
        double[] line = new double[width];
        for (int k = 0; k < SUPPORT; k++) {
            for (int i = 0; i < width; i++) {
                line[i] += weights[k] * control[(first + k) * width + i];
            }
        }
        return line;
    }

    private static double blend(double[] line, int first, double[] weights) {
        double sum = 0;
        for (int k = 0; k < SUPPORT; k++) {
            sum += weights[k] * line[first + k];
        }
        return sum;
    }

    /** For each pixel along an axis, the four weights of the uniform cubic B-spline. */
    private static double[][] weights(int length) {
        double[][] weights = new double[length][];
        for (int i = 0; i < length; i++) {
            double t = (double) (i % GRID_PIXELS) / GRID_PIXELS;
            double s = 1 - t;
            weights[i] = new double[] {
                s * s * s / 6, (3 * t * t * t - 6 * t * t + 4) / 6, (3 * s * s * s - 6 * s * s + 4) / 6, t * t * t / 6
            };
        }
        return weights;
    }
}
