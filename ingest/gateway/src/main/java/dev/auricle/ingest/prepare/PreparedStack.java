package dev.auricle.ingest.prepare;

import dev.auricle.dicom.space.Geometry;
import dev.auricle.dicom.space.Mask;
import dev.auricle.dicom.space.Volume;
import dev.auricle.ingest.refuse.Refusal;
import dev.auricle.schemas.plan.Preprocessing;

/**
 * A volume as a plan wants it, and the way there.
 *
 * @param geometry of the prepared slices
 * @param image [slice, row, column], z-scored
 */
@SuppressWarnings("ArrayRecordComponent") // Pixels stay unboxed; nobody compares stacks.
public record PreparedStack(Geometry geometry, float[] image) {

    /**
     * Resamples, crops and normalises.
     *
     * @throws UnableToPrepare when there is nothing to see: all voxels are alike
     */
    public static PreparedStack of(Volume volume, Preprocessing plan) {
        var target = TargetGrid.on(volume, plan);
        var resampling = new Resampling(volume.geometry(), target);
        var image = new float[target.voxels()];
        resampling.image(volume.voxels(), image);
        if (!ZScore.normalise(image, inside(resampling, target))) {
            throw new UnableToPrepare(Refusal.CONSTANT_IMAGE, "All pixels of what is prepared are alike.");
        }
        return new PreparedStack(target, image);
    }

    /** The labels of the same volume on the prepared grid, [slice, row, column]. */
    public byte[] labels(Mask mask) {
        var labels = new byte[geometry.voxels()];
        new Resampling(mask.geometry(), geometry).labels(mask.labels(), labels);
        return labels;
    }

    /** For each prepared slice, which slice of a grid that was prepared from has its labels: the nearest. */
    public int[] sources(Geometry source) {
        return new Resampling(source, geometry).nearestSlices();
    }

    private static boolean[] inside(Resampling resampling, Geometry target) {
        var inside = new boolean[target.voxels()];
        int at = 0;
        for (int slice = 0; slice < target.slices(); slice++) {
            for (int row = 0; row < target.rows(); row++) {
                for (int column = 0; column < target.columns(); column++, at++) {
                    inside[at] = resampling.isInside(slice, row, column);
                }
            }
        }
        return inside;
    }
}
