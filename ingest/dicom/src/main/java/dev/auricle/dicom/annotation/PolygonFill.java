package dev.auricle.dicom.annotation;

import dev.auricle.dicom.space.Geometry;
import dev.auricle.dicom.space.Vector;
import java.util.Arrays;
import java.util.List;

/** The pixels of a slice whose centres are inside a polygon, by even-odd: a keyhole's slit has no width. */
final class PolygonFill {
    private PolygonFill() {}

    /** Corners are indices (column, row); what they say of the slice does not count. */
    static void fill(List<Vector> polygon, int slice, Geometry geometry, Spans spans) {
        var crossings = new double[polygon.size()];
        double top = polygon.stream().mapToDouble(Vector::y).min().orElse(0);
        double bottom = polygon.stream().mapToDouble(Vector::y).max().orElse(0);
        int first = (int) Math.max(0, Math.ceil(top));
        int last = (int) Math.min(geometry.rows() - 1.0, Math.floor(bottom));
        for (int row = first; row <= last; row++) {
            int count = crossings(polygon, row, crossings);
            Arrays.sort(crossings, 0, count);
            for (int i = 0; i + 1 < count; i += 2) {
                add(slice, row, crossings[i], crossings[i + 1], geometry.columns(), spans);
            }
        }
    }

    /** Where the polygon's edges cross the line through the centres of a row; an even number of times. */
    private static int crossings(List<Vector> polygon, int row, double[] crossings) {
        int count = 0;
        var from = polygon.get(polygon.size() - 1);
        for (var to : polygon) {
            // An edge owns its upper end only, so that a corner on the line is crossed once or twice, never in between.
            if ((from.y() <= row) != (to.y() <= row)) {
                crossings[count++] = from.x() + (row - from.y()) / (to.y() - from.y()) * (to.x() - from.x());
            }
            from = to;
        }
        return count;
    }

    /** The columns whose centres lie between two crossings. */
    private static void add(int slice, int row, double left, double right, int columns, Spans spans) {
        int first = (int) Math.max(0, Math.ceil(left));
        int end = (int) Math.min(columns, Math.ceil(right));
        if (first < end) {
            spans.add(slice, row, first, end);
        }
    }
}
