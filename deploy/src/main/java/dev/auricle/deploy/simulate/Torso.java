package dev.auricle.deploy.simulate;

import dev.auricle.dicom.space.Vector;
import dev.auricle.learning.draw.RandomDraw;
import java.util.ArrayList;
import java.util.List;

/** A patient's chest. The origin is in the middle of the body, at the height of most left atria. */
final class Torso {
    private static final double SPINE_TO_ATRIUM = 27;

    private Torso() {}

    /** The parts of one of many; later ones lie over earlier ones. */
    static List<Part> of(RandomDraw draw) {
        var middle = new Vector(draw.nextBetween(-5, 5), draw.nextBetween(-4, 4), 0);
        var spine = middle.plus(new Vector(0, draw.nextBetween(57, 63), 0));
        var parts = new ArrayList<Part>();
        wall(draw, middle, parts);
        belly(draw, middle, parts);
        mediastinum(middle, parts);
        back(spine, parts);
        var atrium = LeftAtrium.of(draw, spine.plus(new Vector(0, -SPINE_TO_ATRIUM, 0)));
        parts.addAll(Heart.of(draw, atrium));
        return List.copyOf(parts);
    }

    private static void wall(RandomDraw draw, Vector middle, List<Part> parts) {
        var skin = new Column(middle, draw.nextBetween(136, 150), draw.nextBetween(106, 114));
        var muscle = skin.within(draw.nextBetween(8, 18));
        parts.add(new Part(skin, Tissue.FAT));
        parts.add(new Part(muscle, Tissue.MUSCLE));
        parts.add(new Part(muscle.within(draw.nextBetween(12, 16)), Tissue.LUNG));
    }

    /** The liver under the right dome of the diaphragm, the stomach under the left one. */
    private static void belly(RandomDraw draw, Vector middle, List<Part> parts) {
        var right = middle.plus(new Vector(-52, 0, draw.nextBetween(-125, -105)));
        var left = middle.plus(new Vector(60, 10, draw.nextBetween(-135, -118)));
        parts.add(new Part(new Blob(right, new Vector(70, 76, 78), Frame.STRAIGHT, Bumps.of(draw, 0.1)), Tissue.LIVER));
        parts.add(new Part(new Blob(left, new Vector(56, 64, 74), Frame.STRAIGHT, Bumps.of(draw, 0.1)), Tissue.MUSCLE));
    }

    private static void mediastinum(Vector middle, List<Part> parts) {
        parts.add(new Part(new Column(middle, 30, 84), Tissue.FAT));
        var breastbone = middle.plus(new Vector(0, -82, 0));
        parts.add(new Part(new Column(breastbone, 18, 6), Tissue.BONE));
    }

    private static void back(Vector spine, List<Part> parts) {
        parts.add(new Part(new Column(spine.plus(new Vector(0, 20, 0)), 46, 20), Tissue.MUSCLE));
        parts.add(new Part(new Column(spine, 19, 16), Tissue.BONE));
        parts.add(new Part(new Column(spine.plus(new Vector(0, 23, 0)), 9, 7), Tissue.SPINAL_FLUID));
        parts.add(new Part(new Column(spine.plus(new Vector(4, -20, 0)), 5, 4), Tissue.MUSCLE));
        parts.add(new Part(new Column(spine.plus(new Vector(25, -9, 0)), 11.5, 11.5), Tissue.BLOOD));
    }
}
