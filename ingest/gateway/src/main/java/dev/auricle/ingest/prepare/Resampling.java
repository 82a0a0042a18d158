package dev.auricle.ingest.prepare;

import dev.auricle.dicom.space.Geometry;
import dev.auricle.dicom.space.Vector;
import java.util.stream.IntStream;

/**
 * From one grid to another of the same orientation: images between voxels linearly along each axis, labels from the
 * nearest. What lies outside the source is left as it is.
 */
final class Resampling {
    private final Geometry source;
    private final AxisMap columns;
    private final AxisMap rows;
    private final AxisMap slices;

    Resampling(Geometry source, Geometry target) {
        this.source = source;
        var begin = source.index(target.position(new Vector(0, 0, 0)));
        var grid = target.first().grid();
        var sourceGrid = source.first().grid();
        columns = new AxisMap(
                target.columns(), begin.x(), grid.columnSpacing() / sourceGrid.columnSpacing(), source.columns());
        rows = new AxisMap(target.rows(), begin.y(), grid.rowSpacing() / sourceGrid.rowSpacing(), source.rows());
        slices =
                new AxisMap(target.slices(), begin.z(), target.sliceSpacing() / source.sliceSpacing(), source.slices());
    }

    /** Whether the target's voxel lies in the source. */
    boolean isInside(int slice, int row, int column) {
        return slices.isInside(slice) && rows.isInside(row) && columns.isInside(column);
    }

    /** For each slice of the target, the nearest of the source. */
    int[] nearestSlices() {
        return IntStream.range(0, slices.count()).map(slices::nearest).toArray();
    }

    /** [slice, row, column] of the target, each voxel between its eight neighbours. */
    void image(float[] voxels, float[] target) {
        int at = 0;
        for (int slice = 0; slice < slices.count(); slice++) {
            int front = source.offset(slices.below(slice));
            int back = source.offset(slices.above(slice));
            float weightBack = slices.weightAbove(slice);
            for (int row = 0; row < rows.count(); row++) {
                int top = rows.below(row) * source.columns();
                int bottom = rows.above(row) * source.columns();
                float weightBottom = rows.weightAbove(row);
                for (int column = 0; column < columns.count(); column++, at++) {
                    if (isInside(slice, row, column)) {
                        float inFront = between(voxels, front + top, front + bottom, weightBottom, column);
                        float behind = weightBack == 0
                                ? inFront
                                : between(voxels, back + top, back + bottom, weightBottom, column);
                        target[at] = inFront + weightBack * (behind - inFront);
                    }
                }
            }
        }
    }

    /** [slice, row, column] of the target, each voxel as its nearest. */
    void labels(byte[] voxels, byte[] target) {
        int at = 0;
        for (int slice = 0; slice < slices.count(); slice++) {
            for (int row = 0; row < rows.count(); row++) {
                int line = source.offset(slices.nearest(slice)) + rows.nearest(row) * source.columns();
                for (int column = 0; column < columns.count(); column++, at++) {
                    if (isInside(slice, row, column)) {
                        target[at] = voxels[line + columns.nearest(column)];
                    }
                }
            }
        }
    }

    private float between(float[] voxels, int top, int bottom, float weightBottom, int column) {
        float above = along(voxels, top, column);
        return weightBottom == 0 ? above : above + weightBottom * (along(voxels, bottom, column) - above);
    }

    private float along(float[] voxels, int line, int column) {
        float left = voxels[line + columns.below(column)];
        float weight = columns.weightAbove(column);
        return weight == 0 ? left : left + weight * (voxels[line + columns.above(column)] - left);
    }
}
