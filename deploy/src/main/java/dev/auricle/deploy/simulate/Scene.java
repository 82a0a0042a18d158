package dev.auricle.deploy.simulate;

import dev.auricle.dicom.space.Geometry;
import dev.auricle.dicom.space.Mask;
import dev.auricle.dicom.space.Vector;
import java.util.Arrays;
import java.util.List;

/**
 * A body on the grid of a scan. Slices are thick: each is looked at in several layers.
 *
 * @param scan the grid of the images
 * @param layers the same with {@link #LAYERS} for each slice, on which the tissues are
 * @param tissues [layer, row, column]
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares scenes.
record Scene(Geometry scan, Geometry layers, Tissue[] tissues) {
    private static final int LAYERS = 3;

    static Scene of(Geometry scan, List<Part> parts) {
        double thickness = scan.sliceSpacing() / LAYERS;
        int below = LAYERS / 2;
        var layers = new Geometry(scan.first().moved(-below * thickness), thickness, scan.slices() * LAYERS);
        var tissues = new Tissue[layers.voxels()];
        Arrays.fill(tissues, Tissue.AIR);
        var scene = new Scene(scan, layers, tissues);
        parts.forEach(scene::fill);
        return scene;
    }

    /** The mean over the layers of what a tissue gives, [slice, row, column]. */
    double[] signal(Contrast contrast) {
        var signal = new double[scan.voxels()];
        int pixels = scan.first().grid().pixels();
        for (int i = 0; i < tissues.length; i++) {
            int slice = i / (LAYERS * pixels);
            signal[slice * pixels + i % pixels] += contrast.signal(tissues[i]) / LAYERS;
        }
        return signal;
    }

    /** 1 where the middle layer of a slice is of the tissue. */
    Mask mask(Tissue tissue) {
        var mask = Mask.empty(scan);
        int pixels = scan.first().grid().pixels();
        for (int slice = 0; slice < scan.slices(); slice++) {
            int layer = layers.offset(slice * LAYERS + LAYERS / 2);
            for (int pixel = 0; pixel < pixels; pixel++) {
                boolean inside = tissues[layer + pixel] == tissue;
                mask.labels()[scan.offset(slice) + pixel] = (byte) (inside ? 1 : 0);
            }
        }
        return mask;
    }

    private void fill(Part part) {
        var shape = part.shape();
        var middle = layers.index(shape.centre());
        var grid = layers.first().grid();
        var columns = Range.around(middle.x(), shape.reach() / grid.columnSpacing(), grid.columns());
        var rows = Range.around(middle.y(), shape.reach() / grid.rowSpacing(), grid.rows());
        var planes = Range.around(middle.z(), shape.reach() / layers.sliceSpacing(), layers.slices());
        for (int plane = planes.from(); plane < planes.to(); plane++) {
            for (int row = rows.from(); row < rows.to(); row++) {
                fillRow(part, plane, row, columns);
            }
        }
    }

    private void fillRow(Part part, int plane, int row, Range columns) {
        var begin = layers.position(new Vector(0, row, plane));
        var step =
                layers.first().orientation().row().times(layers.first().grid().columnSpacing());
        int offset = layers.offset(plane) + row * layers.columns();
        for (int column = columns.from(); column < columns.to(); column++) {
            double x = begin.x() + column * step.x();
            double y = begin.y() + column * step.y();
            double z = begin.z() + column * step.z();
            if (part.shape().contains(x, y, z)) {
                tissues[offset + column] = part.tissue();
            }
        }
    }

    /** Indices, the last one not included. */
    private record Range(int from, int to) {
        static Range around(double middle, double reach, int length) {
            int from = (int) Math.max(0, Math.ceil(middle - reach));
            int to = (int) Math.min(length, Math.floor(middle + reach) + 1);
            return new Range(from, to);
        }
    }
}
