package dev.auricle.deploy.simulate;

import dev.auricle.dicom.space.Vector;
import dev.auricle.learning.draw.RandomDraw;

/**
 * The left atrium: a chamber against the spine, which grows to the front and to the sides, with its appendage at the front
 * on the left. Together they hold 40 to 140 mL.
 *
 * @param chamber without the appendage
 */
record LeftAtrium(Blob chamber, Tube appendage) {
    private static final double LEAST_MILLILITRES = 45;
    private static final double MOST_MILLILITRES = 122;

    /**
     * One of many.
     *
     * @param back where its back wall is, in the middle of the body, at the height of most atria
     */
    static LeftAtrium of(RandomDraw draw, Vector back) {
        var bumps = Bumps.of(draw, 0.2);
        double millilitres = draw.nextBetween(LEAST_MILLILITRES, MOST_MILLILITRES);
        var axes = axes(draw, millilitres / bumps.volume());
        var centre = back.plus(
                new Vector(draw.nextBetween(-4, 12), draw.nextBetween(-3, 1) - axes.y(), draw.nextBetween(-7, 7)));
        var chamber = new Blob(centre, axes, Frame.turned(draw.nextBetween(-14, 14)), bumps);
        return new LeftAtrium(chamber, appendage(draw, chamber));
    }

    /** Of an ellipsoid of that volume. */
    private static Vector axes(RandomDraw draw, double millilitres) {
        var form = new Vector(draw.nextBetween(1.12, 1.36), draw.nextBetween(0.74, 0.88), draw.nextBetween(0.94, 1.14));
        double cube = millilitres * 1000 * 3 / (4 * Math.PI) / (form.x() * form.y() * form.z());
        return form.times(StrictMath.cbrt(cube));
    }

    private static Tube appendage(RandomDraw draw, Blob chamber) {
        var wall = at(chamber, 0.75, -0.55, 0.3);
        var direction = Frame.unit(new Vector(draw.nextBetween(0.3, 0.8), -0.7, draw.nextBetween(-0.2, 0.5)));
        return new Tube(wall, wall.plus(direction.times(draw.nextBetween(8, 17))), draw.nextBetween(5, 7.5));
    }

    /** A place given in the chamber's own half axes. */
    Vector at(double left, double back, double up) {
        return at(chamber, left, back, up);
    }

    private static Vector at(Blob chamber, double left, double back, double up) {
        var axes = chamber.axes();
        var own = new Vector(left * axes.x(), back * axes.y(), up * axes.z());
        return chamber.centre().plus(chamber.frame().outward(own));
    }
}
