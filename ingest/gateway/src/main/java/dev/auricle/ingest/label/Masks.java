package dev.auricle.ingest.label;

import dev.auricle.dicom.space.Mask;

/** Puts masks together. */
final class Masks {
    private Masks() {}

    /** What is in either of two masks of 0 and 1 on one geometry; the first becomes it. */
    static Mask union(Mask one, Mask other) {
        var labels = one.labels();
        for (int voxel = 0; voxel < labels.length; voxel++) {
            labels[voxel] |= other.labels()[voxel];
        }
        return one;
    }

    /** Draws a class anew: what the target had of it goes, what the mask has of it comes, over any other class. */
    static void redraw(Mask target, int number, Mask drawn) {
        var labels = target.labels();
        for (int voxel = 0; voxel < labels.length; voxel++) {
            if (drawn.labels()[voxel] != 0) {
                labels[voxel] = (byte) number;
            } else if (labels[voxel] == (byte) number) {
                labels[voxel] = 0;
            }
        }
    }
}
