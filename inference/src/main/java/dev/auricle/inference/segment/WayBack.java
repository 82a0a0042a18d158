package dev.auricle.inference.segment;

import dev.auricle.dicom.space.Geometry;
import dev.auricle.dicom.space.Mask;
import dev.auricle.dicom.space.Vector;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;

/**
 * The inverse of cropping and resampling: every voxel of the source takes the label of the prepared voxel that is nearest
 * to its centre, and none where it lies outside what was prepared. Both grids have one orientation, so each axis is
 * looked up by itself.
 */
public final class WayBack {
    private static final int OUTSIDE = -1;
    private static final double HALF = 0.5;

    private WayBack() {}

    /** Labels [slice, row, column] of the prepared grid on the source's. */
    public static Mask onto(Geometry source, Geometry prepared, byte[] labels) {
        var columns = nearest(source.columns(), prepared.columns(), at -> index(source, prepared, at, 0, 0), Vector::x);
        var rows = nearest(source.rows(), prepared.rows(), at -> index(source, prepared, 0, at, 0), Vector::y);
        var slices = nearest(source.slices(), prepared.slices(), at -> index(source, prepared, 0, 0, at), Vector::z);
        var mask = Mask.empty(source);
        int at = 0;
        for (int slice = 0; slice < source.slices(); slice++) {
            for (int row = 0; row < source.rows(); row++) {
                boolean within = slices[slice] != OUTSIDE && rows[row] != OUTSIDE;
                int line = within ? prepared.offset(slices[slice]) + rows[row] * prepared.columns() : 0;
                for (int column = 0; column < source.columns(); column++, at++) {
                    if (within && columns[column] != OUTSIDE) {
                        mask.labels()[at] = labels[line + columns[column]];
                    }
                }
            }
        }
        return mask;
    }

    private static Vector index(Geometry source, Geometry prepared, int column, int row, int slice) {
        return prepared.index(source.position(new Vector(column, row, slice)));
    }

    private static int[] nearest(int count, int length, IntFunction<Vector> index, ToDoubleFunction<Vector> axis) {
        var nearest = new int[count];
        for (int at = 0; at < count; at++) {
            double found = axis.applyAsDouble(index.apply(at));
            boolean inside = found >= -HALF && found < length - HALF;
            nearest[at] = inside ? (int) Math.floor(found + HALF) : OUTSIDE;
        }
        return nearest;
    }
}
