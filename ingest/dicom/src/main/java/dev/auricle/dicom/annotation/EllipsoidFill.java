package dev.auricle.dicom.annotation;

import dev.auricle.dicom.space.Geometry;
import dev.auricle.dicom.space.Vector;

/**
 * The voxels whose centres are inside an ellipsoid or on it.
 *
 * <p>With the axes as columns of a matrix A, a point at d from the centre is inside where |A⁻¹d| ≤ 1, that is
 * d·Qd ≤ 1 with Q = A⁻ᵀA⁻¹. On a row of voxels only d's column changes, so that the ends of the run inside are the two
 * solutions of one quadratic equation. The axes need not be at right angles: any ellipsoid is one in any coordinates that
 * keep straight lines straight.
 */
final class EllipsoidFill {
    private static final double SMALLEST = 1e-9;

    /** What rounding may put a centre that lies on the surface beside it, in voxels. */
    private static final double ROUNDING = 1e-6;

    private final Vector centre;
    private final Vector[] axes;
    private final double[][] form;

    /** Of axes that span a body; in indices (column, row, slice). */
    private EllipsoidFill(Vector centre, Vector[] axes, Vector[] inverse) {
        this.centre = centre;
        this.axes = axes;
        form = form(inverse);
    }

    static void fill(Vector centre, Vector[] axes, Geometry geometry, Spans spans) {
        double volume = axes[0].dot(axes[1].cross(axes[2]));
        if (Math.abs(volume) > SMALLEST) {
            var inverse = new Vector[] {
                axes[1].cross(axes[2]).times(1 / volume),
                axes[2].cross(axes[0]).times(1 / volume),
                axes[0].cross(axes[1]).times(1 / volume)
            };
            new EllipsoidFill(centre, axes, inverse).fill(geometry, spans);
        }
    }

    /** Q, from the rows of A⁻¹. */
    private static double[][] form(Vector[] inverse) {
        var form = new double[3][3];
        for (var row : inverse) {
            double[] parts = {row.x(), row.y(), row.z()};
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    form[i][j] += parts[i] * parts[j];
                }
            }
        }
        return form;
    }

    private void fill(Geometry geometry, Spans spans) {
        double height = reach(axes[0].y(), axes[1].y(), axes[2].y());
        double depth = reach(axes[0].z(), axes[1].z(), axes[2].z());
        int top = first(centre.y() - height);
        int bottom = last(centre.y() + height, geometry.rows());
        for (int slice = first(centre.z() - depth); slice <= last(centre.z() + depth, geometry.slices()); slice++) {
            for (int row = top; row <= bottom; row++) {
                fillRow(slice, row, geometry.columns(), spans);
            }
        }
    }

    private void fillRow(int slice, int row, int columns, Spans spans) {
        double y = row - centre.y();
        double z = slice - centre.z();
        double half = form[0][1] * y + form[0][2] * z;
        double rest = form[1][1] * y * y + 2 * form[1][2] * y * z + form[2][2] * z * z - 1;
        double root = Math.sqrt(half * half - form[0][0] * rest);
        int begin = first(centre.x() + (-half - root) / form[0][0]);
        int end = last(centre.x() + (-half + root) / form[0][0], columns) + 1;
        // Beside the ellipsoid the root is not a number, and there is nothing to add.
        if (root >= 0 && begin < end) {
            spans.add(slice, row, begin, end);
        }
    }

    /** How far an ellipsoid reaches along one coordinate. */
    private static double reach(double first, double second, double third) {
        return Math.sqrt(first * first + second * second + third * third);
    }

    private static int first(double begin) {
        return (int) Math.max(0, Math.ceil(begin - ROUNDING));
    }

    private static int last(double end, int count) {
        return (int) Math.min(count - 1.0, Math.floor(end + ROUNDING));
    }
}
