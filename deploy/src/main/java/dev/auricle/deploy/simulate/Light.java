package dev.auricle.deploy.simulate;

import dev.auricle.learning.draw.RandomDraw;

/**
 * How brightly a scanner's coils show a place: smooth, of second degree, and different each time.
 *
 * @param left by how much brighter it gets from the middle to the left, and so on
 * @param edge by how much brighter it gets from the middle to the edges
 */
record Light(double left, double back, double up, double edge, double corner) {
    static Light of(RandomDraw draw, double bias) {
        return new Light(
                bias * draw.nextBetween(-0.6, 0.6),
                bias * draw.nextBetween(-1, 0.2),
                bias * draw.nextBetween(-0.4, 0.4),
                bias * draw.nextBetween(-0.2, 0.8),
                bias * draw.nextBetween(-0.4, 0.4));
    }

    /** At a place in the images: −1 to 1 from right to left, front to back, below to above. */
    double at(double x, double y, double z) {
        return StrictMath.exp(left * x + back * y + up * z + edge * (x * x + y * y) / 2 + corner * x * y);
    }
}
