package dev.auricle.deploy.simulate;

import dev.auricle.learning.draw.RandomDraw;

/**
 * How a form departs from an ellipsoid: its radius in a direction (x, y, z) is 1 plus a sum of spherical harmonics, written
 * as polynomials, whose mean over all directions is 0.
 *
 * @param diagonal of x · y
 * @param forward of y · z
 * @param sideways of z · x
 * @param flat of x² − y²
 * @param tall of (3 z² − 1) / 2
 */
record Bumps(double diagonal, double forward, double sideways, double flat, double tall) {
    static final Bumps NONE = new Bumps(0, 0, 0, 0, 0);

    /** Some, none of them greater than a limit. */
    static Bumps of(RandomDraw draw, double limit) {
        return new Bumps(
                draw.nextBetween(-limit, limit),
                draw.nextBetween(-limit, limit),
                draw.nextBetween(-limit, limit),
                draw.nextBetween(-limit, limit) / 2,
                draw.nextBetween(-limit, limit) / 2);
    }

    /** The radius in a direction, a unit vector. */
    double radius(double x, double y, double z) {
        return 1
                + diagonal * x * y
                + forward * y * z
                + sideways * z * x
                + flat * (x * x - y * y)
                + tall * (3 * z * z - 1) / 2;
    }

    /** No radius is greater. */
    double greatest() {
        return 1 + (Math.abs(diagonal) + Math.abs(forward) + Math.abs(sideways)) / 2 + Math.abs(flat) + Math.abs(tall);
    }

    /** The volume, as a multiple of the ellipsoid's, to second order: 1 + 3 times the mean square of the harmonics. */
    double volume() {
        double crossed = diagonal * diagonal + forward * forward + sideways * sideways;
        return 1 + 3 * (crossed / 15 + flat * flat * 4 / 15 + tall * tall / 5);
    }
}
