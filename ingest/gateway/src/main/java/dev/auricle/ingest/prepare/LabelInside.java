package dev.auricle.ingest.prepare;

import dev.auricle.dicom.space.Geometry;
import dev.auricle.dicom.space.Mask;
import dev.auricle.dicom.space.Vector;
import dev.auricle.ingest.refuse.Refusal;
import dev.auricle.ingest.refuse.Rule;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * Most of what is drawn lies where images are prepared: a label that is cropped away teaches that there is nothing.
 *
 * @param mostOutside the share that may be lost, as the plan says
 */
record LabelInside(double mostOutside) implements Rule<LabelInside.Laid> {
    private static final double PERCENT = 100;

    /** A label and the grid, turned as the label's own, that its images are prepared on. */
    record Laid(Mask label, Geometry prepared) {}

    @Override
    public Refusal refusal() {
        return Refusal.LABEL_OUTSIDE_IMAGE;
    }

    @Override
    public Optional<String> against(Laid laid) {
        double outside = shareOutside(laid);
        return outside <= mostOutside
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "Of the label %.0f %% lie outside what is prepared; the plan takes %.0f %%.",
                        PERCENT * outside,
                        PERCENT * mostOutside));
    }

    private static double shareOutside(Laid laid) {
        var source = laid.label().geometry();
        var columns = inside(
                source.columns(),
                column -> at(laid, column, 0, 0).x(),
                laid.prepared().columns());
        var rows = inside(
                source.rows(), row -> at(laid, 0, row, 0).y(), laid.prepared().rows());
        var slices = inside(
                source.slices(),
                slice -> at(laid, 0, 0, slice).z(),
                laid.prepared().slices());
        var labels = laid.label().labels();
        long drawn = 0;
        long outside = 0;
        for (int voxel = 0; voxel < labels.length; voxel++) {
            if (labels[voxel] != 0) {
                int line = voxel / source.columns();
                drawn++;
                outside +=
                        columns[voxel % source.columns()] && rows[line % source.rows()] && slices[line / source.rows()]
                                ? 0
                                : 1;
            }
        }
        return drawn == 0 ? 0 : (double) outside / drawn;
    }

    /** Where a voxel of the label lies on the prepared grid. */
    private static Vector at(Laid laid, int column, int row, int slice) {
        return laid.prepared().index(laid.label().geometry().position(new Vector(column, row, slice)));
    }

    /** For each place on one axis of the label, whether it lies on the prepared grid's. */
    private static boolean[] inside(int count, IntToDoubleFunction place, int size) {
        var inside = new boolean[count];
        for (int index = 0; index < count; index++) {
            double there = place.applyAsDouble(index);
            inside[index] = there > -0.5 && there < size - 0.5;
        }
        return inside;
    }
}
