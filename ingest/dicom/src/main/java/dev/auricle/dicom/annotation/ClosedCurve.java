package dev.auricle.dicom.annotation;

import dev.auricle.dicom.space.Vector;
import java.util.ArrayList;
import java.util.List;

/**
 * A smooth closed line through points, as INTERPOLATED graphics ask for without saying which (PS3.3, C.10.5.1.2). Ours
 * is the uniform Catmull-Rom spline: it passes through every point in the direction of the line from the point before to
 * the one after.
 */
final class ClosedCurve {
    private static final int STEPS = 8;

    private ClosedCurve() {}

    /** Corners of a polygon that follows the curve, eight from each point to the next. */
    static List<Vector> through(List<Vector> points) {
        int count = points.size();
        var corners = new ArrayList<Vector>();
        for (int i = 0; i < count; i++) {
            for (int step = 0; step < STEPS; step++) {
                corners.add(between(
                        points.get((i + count - 1) % count),
                        points.get(i),
                        points.get((i + 1) % count),
                        points.get((i + 2) % count),
                        (double) step / STEPS));
            }
        }
        return corners;
    }

    /** From {@code from} (t = 0) to {@code to} (t = 1). */
    private static Vector between(Vector before, Vector from, Vector to, Vector after, double t) {
        double squared = t * t;
        double cubed = squared * t;
        return before.times(-t / 2 + squared - cubed / 2)
                .plus(from.times(1 - 2.5 * squared + 1.5 * cubed))
                .plus(to.times(t / 2 + 2 * squared - 1.5 * cubed))
                .plus(after.times(-squared / 2 + cubed / 2));
    }
}
