package dev.auricle.ingest.prepare;

import dev.auricle.dicom.space.Volume;

/**
 * Finds the body in a volume: the mean of all slices, split into dark and bright by Otsu's threshold (IEEE Trans. SMC 9,
 * 62 (1979)); the largest connected bright part is the body, the centre of its bounding box the centre. One centre for
 * all slices, so that they stay on top of each other.
 */
final class BodyCentre {
    private BodyCentre() {}

    /** (column, row) in the volume's index space; the centre of the image where nothing stands out. */
    static double[] of(Volume volume) {
        int rows = volume.geometry().rows();
        int columns = volume.geometry().columns();
        var mean = meanOfSlices(volume);
        var bright = Otsu.brighterThanThreshold(mean);
        var box = LargestPart.boundingBox(bright, rows, columns);
        return new double[] {(box.left() + box.right()) / 2.0, (box.top() + box.bottom()) / 2.0};
    }

    /** [row, column]. */
    private static float[] meanOfSlices(Volume volume) {
        var geometry = volume.geometry();
        var sum = new double[geometry.rows() * geometry.columns()];
        for (int slice = 0; slice < geometry.slices(); slice++) {
            int offset = geometry.offset(slice);
            for (int pixel = 0; pixel < sum.length; pixel++) {
                sum[pixel] += volume.voxels()[offset + pixel];
            }
        }
        var mean = new float[sum.length];
        for (int pixel = 0; pixel < sum.length; pixel++) {
            mean[pixel] = (float) (sum[pixel] / geometry.slices());
        }
        return mean;
    }
}
