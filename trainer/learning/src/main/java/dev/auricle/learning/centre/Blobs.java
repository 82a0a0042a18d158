package dev.auricle.learning.centre;

import dev.auricle.learning.draw.RandomDraw;

/** What else is bright in an image: a few ellipses anywhere. */
final class Blobs {

    private static final int LEAST = 3;
    private static final int SPREAD = 3;

    private final double[][] ellipses;

    Blobs(RandomDraw draw, int size) {
        ellipses = new double[LEAST + draw.nextInt(SPREAD)][];
        for (int i = 0; i < ellipses.length; i++) {
            ellipses[i] = new double[] {
                draw.nextBetween(0, size),
                draw.nextBetween(0, size),
                draw.nextBetween(3, 9),
                draw.nextBetween(3, 9),
                draw.nextBetween(0.4, 1)
            };
        }
    }

    /** From 0, nothing, to 1, as bright as it gets. */
    double at(int row, int column) {
        double brightest = 0;
        for (double[] ellipse : ellipses) {
            double down = (row - ellipse[0]) / ellipse[2];
            double right = (column - ellipse[1]) / ellipse[3];
            if (down * down + right * right <= 1) {
                brightest = Math.max(brightest, ellipse[4]);
            }
        }
        return brightest;
    }
}
