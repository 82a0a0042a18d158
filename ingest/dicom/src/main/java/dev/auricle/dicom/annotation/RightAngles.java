package dev.auricle.dicom.annotation;

import dev.auricle.dicom.space.Vector;
import java.util.List;

/** Tells a box from other polygons. */
final class RightAngles {
    private static final int CORNERS = 4;

    /** The cosine of an angle that is still taken for a right one: 0.6 degrees beside it. */
    private static final double SLACK = 0.01;

    private RightAngles() {}

    static boolean areAll(List<Vector> corners) {
        if (corners.size() != CORNERS) {
            return false;
        }
        for (int i = 0; i < CORNERS; i++) {
            var side = corners.get((i + 1) % CORNERS).minus(corners.get(i));
            var next = corners.get((i + 2) % CORNERS).minus(corners.get((i + 1) % CORNERS));
            if (!(Math.abs(side.dot(next)) <= SLACK * side.length() * next.length()) || side.length() == 0) {
                return false;
            }
        }
        return true;
    }
}
