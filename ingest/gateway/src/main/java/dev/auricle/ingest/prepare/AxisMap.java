package dev.auricle.ingest.prepare;

/**
 * Where the steps of one axis of the target lie on the same axis of the source. Beyond the centre of the outermost voxel,
 * but still within it, its own value counts.
 */
final class AxisMap {
    private static final double HALF = 0.5;

    private final int[] below;
    private final int[] nearest;
    private final float[] weightAbove;
    private final boolean[] inside;
    private final int last;

    /**
     * Maps an axis.
     *
     * @param count steps of the target
     * @param begin where the first step lies in the source's index
     * @param step from one to the next, in the source's index
     * @param length voxels of the source
     */
    AxisMap(int count, double begin, double step, int length) {
        below = new int[count];
        nearest = new int[count];
        weightAbove = new float[count];
        inside = new boolean[count];
        last = length - 1;
        for (int index = 0; index < count; index++) {
            double at = begin + index * step;
            inside[index] = at >= -HALF && at < length - HALF;
            double clamped = Math.max(0, Math.min(last, at));
            below[index] = (int) clamped;
            weightAbove[index] = (float) (clamped - below[index]);
            nearest[index] = (int) Math.max(0, Math.min(last, Math.round(at)));
        }
    }

    int count() {
        return below.length;
    }

    boolean isInside(int index) {
        return inside[index];
    }

    int nearest(int index) {
        return nearest[index];
    }

    int below(int index) {
        return below[index];
    }

    int above(int index) {
        return Math.min(last, below[index] + 1);
    }

    float weightAbove(int index) {
        return weightAbove[index];
    }
}
