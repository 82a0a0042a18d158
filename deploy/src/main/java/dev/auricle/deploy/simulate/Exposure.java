package dev.auricle.deploy.simulate;

import dev.auricle.dicom.space.Geometry;
import dev.auricle.learning.draw.RandomDraw;

/** From what tissues give to the pixels of a scanner: blurred, unevenly lit, noisy, in whole numbers of twelve bits. */
final class Exposure {
    static final int BITS = 12;
    private static final int WHITE = (1 << BITS) - 1;

    private final Geometry geometry;
    private final double gain;
    private final double noise;
    private final Light light;
    private final RandomDraw draw;

    Exposure(Geometry geometry, Scanner scanner, RandomDraw draw) {
        this.geometry = geometry;
        this.draw = draw;
        noise = scanner.noise();
        light = Light.of(draw, scanner.bias());
        gain = draw.nextBetween(900, 1500);
    }

    /** Pixels of one slice, [row, column], two bytes each, the lower one first. */
    byte[] slice(double[] signal, int slice) {
        int columns = geometry.columns();
        var pixels = new byte[2 * geometry.first().grid().pixels()];
        for (int pixel = 0; pixel < pixels.length / 2; pixel++) {
            int row = pixel / columns;
            int column = pixel % columns;
            double lit = blurred(signal, slice, row, column)
                    * light.at(part(column, columns), part(row, geometry.rows()), part(slice, geometry.slices()));
            int value = (int) Math.min(WHITE, Math.rint(gain * noisy(lit)));
            pixels[2 * pixel] = (byte) value;
            pixels[2 * pixel + 1] = (byte) (value >> 8);
        }
        return pixels;
    }

    /** Weighted 1, 2, 1 in both directions of the plane; at the edge as if it went on. */
    private double blurred(double[] signal, int slice, int row, int column) {
        double sum = 0;
        for (int down = -1; down <= 1; down++) {
            for (int right = -1; right <= 1; right++) {
                int near = Math.max(0, Math.min(geometry.rows() - 1, row + down));
                int next = Math.max(0, Math.min(geometry.columns() - 1, column + right));
                double weight = (2 - Math.abs(down)) * (2 - Math.abs(right)) / 16.0;
                sum += weight * signal[geometry.offset(slice) + near * geometry.columns() + next];
            }
        }
        return sum;
    }

    /** The length of a complex number with noise in both parts (Rice's distribution), as MR images have it. */
    private double noisy(double signal) {
        double real = signal + noise * draw.nextGaussian();
        double imaginary = noise * draw.nextGaussian();
        return Math.sqrt(real * real + imaginary * imaginary);
    }

    /** −1 at the first of so many, 1 at the last. */
    private static double part(int index, int count) {
        return 2.0 * index / (count - 1) - 1;
    }
}
