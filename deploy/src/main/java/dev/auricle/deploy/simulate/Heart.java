package dev.auricle.deploy.simulate;

import dev.auricle.dicom.space.Vector;
import dev.auricle.learning.draw.RandomDraw;
import java.util.ArrayList;
import java.util.List;

/** A heart around its left atrium: four pools of blood, their walls, and the great vessels. */
final class Heart {
    private static final double THIN_WALL = 2;

    private final RandomDraw draw;
    private final LeftAtrium atrium;
    private final List<Part> parts = new ArrayList<>();

    private Heart(RandomDraw draw, LeftAtrium atrium) {
        this.draw = draw;
        this.atrium = atrium;
    }

    /** Its parts; later ones lie over earlier ones, and the left atrium comes last. */
    static List<Part> of(RandomDraw draw, LeftAtrium atrium) {
        var heart = new Heart(draw, atrium);
        heart.pericardium();
        heart.rightHeart();
        heart.greatVessels();
        heart.leftVentricle();
        heart.leftAtrium();
        return List.copyOf(heart.parts);
    }

    private void pericardium() {
        var centre = front(12, -20, -26);
        parts.add(new Part(new Blob(centre, new Vector(66, 52, 56), Frame.STRAIGHT, Bumps.NONE), Tissue.FAT));
    }

    private void rightHeart() {
        var ventricle = new Vector(draw.nextBetween(30, 38), draw.nextBetween(19, 25), draw.nextBetween(30, 38));
        chamber(new Blob(front(4, -34, -32), ventricle, turned(20), Bumps.of(draw, 0.25)), THIN_WALL + 1);
        var atriumAxes = new Vector(draw.nextBetween(17, 23), draw.nextBetween(22, 28), draw.nextBetween(26, 33));
        var beside = atrium.at(-0.9, -0.7, 0).plus(new Vector(-16, -6, -18));
        chamber(new Blob(moved(beside), atriumAxes, turned(0), Bumps.of(draw, 0.2)), THIN_WALL);
        vessel(beside.plus(new Vector(6, -2, 10)), beside.plus(new Vector(9, -4, 95)), 9);
        vessel(beside.plus(new Vector(6, 8, -15)), beside.plus(new Vector(6, 16, -80)), 11);
    }

    private void greatVessels() {
        double top = atrium.chamber().axes().z();
        vessel(front(2, -12, -6), front(-14, -10, 85), draw.nextBetween(13, 16.5));
        vessel(front(22, -30, -8), front(20, -4, top + 18), draw.nextBetween(11, 14));
        vessel(front(20, -2, top + 18), front(-50, 16, top + 18), draw.nextBetween(8, 10));
    }

    private void leftVentricle() {
        double length = draw.nextBetween(36, 43);
        double width = draw.nextBetween(20, 25);
        var direction =
                Frame.unit(new Vector(0.55 + draw.nextBetween(-0.1, 0.1), -0.45 + draw.nextBetween(-0.1, 0.1), -0.7));
        var centre = mitral().plus(direction.times(0.75 * length));
        var pool = new Blob(centre, new Vector(width, width, length), Frame.along(direction), Bumps.of(draw, 0.1));
        chamber(pool, draw.nextBetween(7.5, 11));
    }

    /** Its wall has holes where the veins come in and where the mitral valve is. */
    private void leftAtrium() {
        parts.add(new Part(atrium.chamber().thickened(THIN_WALL), Tissue.MYOCARDIUM));
        for (double side : new double[] {-1, 1}) {
            for (double height : new double[] {-0.4, 0.45}) {
                var ostium = atrium.at(0.7 * side, 0.35, height);
                var lung = new Vector(side * draw.nextBetween(38, 50), draw.nextBetween(0, 14), height * 35);
                vessel(ostium, ostium.plus(lung), draw.nextBetween(5, 7));
            }
        }
        vessel(atrium.chamber().centre(), mitral(), draw.nextBetween(9, 12));
        parts.add(new Part(atrium.appendage(), Tissue.LEFT_ATRIUM));
        parts.add(new Part(atrium.chamber(), Tissue.LEFT_ATRIUM));
    }

    private void chamber(Blob pool, double wall) {
        parts.add(new Part(pool.thickened(wall), Tissue.MYOCARDIUM));
        parts.add(new Part(pool, Tissue.BLOOD));
    }

    private void vessel(Vector from, Vector to, double radius) {
        parts.add(new Part(new Tube(from, to, radius), Tissue.BLOOD));
    }

    private Vector mitral() {
        return atrium.at(0.6, -0.6, -0.55);
    }

    /** A place in millimetres from the middle of the left atrium's front wall, not in all hearts the same. */
    private Vector front(double left, double back, double up) {
        return moved(atrium.at(0, -1, 0).plus(new Vector(left, back, up)));
    }

    private Vector moved(Vector place) {
        return place.plus(new Vector(draw.nextBetween(-3, 3), draw.nextBetween(-3, 3), draw.nextBetween(-4, 4)));
    }

    private Frame turned(double degrees) {
        return Frame.turned(degrees + draw.nextBetween(-10, 10));
    }
}
