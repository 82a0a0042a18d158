package dev.auricle.dicom.space;

import dev.auricle.dicom.space.GeometryFinding.DuplicatePosition;
import dev.auricle.dicom.space.GeometryFinding.MixedOrientation;
import dev.auricle.dicom.space.GeometryFinding.MixedSize;
import dev.auricle.dicom.space.GeometryFinding.MixedSpacing;
import dev.auricle.dicom.space.GeometryFinding.Sheared;
import dev.auricle.dicom.space.GeometryFinding.UnevenGap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Planes in the order in which they lie along their normal, and what speaks against their being one stack. The order
 * of acquisition and instance numbers play no part.
 *
 * @param order which of the given planes is slice 0, 1 and so on
 * @param findings empty if the planes are one stack
 */
public record Arrangement(List<SlicePlane> planes, List<Integer> order, List<GeometryFinding> findings) {
    public Arrangement {
        planes = List.copyOf(planes);
        order = List.copyOf(order);
        findings = List.copyOf(findings);
    }

    public static Arrangement of(List<SlicePlane> planes) {
        return of(planes, Tolerance.DEFAULT);
    }

    public static Arrangement of(List<SlicePlane> planes, Tolerance tolerance) {
        if (planes.isEmpty()) {
            return new Arrangement(planes, List.of(), List.of(new GeometryFinding.Nothing()));
        }
        if (planes.size() == 1) {
            return new Arrangement(planes, List.of(0), List.of(new GeometryFinding.SinglePlane()));
        }
        var normal = planes.get(0).orientation().normal();
        var order = IntStream.range(0, planes.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> planes.get(i).position().dot(normal)))
                .toList();
        var findings = new ArrayList<GeometryFinding>();
        for (int i = 1; i < planes.size(); i++) {
            compare(planes.get(0), planes.get(i), i, tolerance, findings);
        }
        gaps(planes, order, tolerance, findings);
        return new Arrangement(planes, order, findings);
    }

    /** The stack, if nothing speaks against it; its spacing is the mean distance of neighbours. */
    public Optional<Geometry> geometry() {
        if (!findings.isEmpty()) {
            return Optional.empty();
        }
        var first = planes.get(order.get(0));
        var last = planes.get(order.get(order.size() - 1));
        double extent =
                last.position().minus(first.position()).dot(first.orientation().normal());
        return Optional.of(new Geometry(first, extent / (order.size() - 1), order.size()));
    }

    private static void compare(
            SlicePlane first, SlicePlane plane, int index, Tolerance tolerance, List<GeometryFinding> findings) {
        double degrees = first.orientation().degreesTo(plane.orientation());
        if (degrees > tolerance.degrees()) {
            findings.add(new MixedOrientation(index, degrees));
        }
        var grid = plane.grid();
        if (grid.rows() != first.grid().rows() || grid.columns() != first.grid().columns()) {
            findings.add(new MixedSize(index, grid.rows(), grid.columns()));
        }
        if (differ(grid.rowSpacing(), first.grid().rowSpacing(), tolerance)
                || differ(grid.columnSpacing(), first.grid().columnSpacing(), tolerance)) {
            findings.add(new MixedSpacing(index, grid.rowSpacing(), grid.columnSpacing()));
        }
    }

    private static boolean differ(double spacing, double expected, Tolerance tolerance) {
        return Math.abs(spacing - expected) > tolerance.spacing() * expected;
    }

    private static void gaps(
            List<SlicePlane> planes, List<Integer> order, Tolerance tolerance, List<GeometryFinding> findings) {
        var first = planes.get(order.get(0));
        var normal = first.orientation().normal();
        var gaps = new double[order.size() - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = planes.get(order.get(i + 1))
                    .position()
                    .minus(planes.get(order.get(i)).position())
                    .dot(normal);
        }
        double usual = usual(gaps, tolerance);
        for (int i = 0; i < gaps.length; i++) {
            int plane = order.get(i);
            int next = order.get(i + 1);
            if (gaps[i] < tolerance.millimetres()) {
                findings.add(new DuplicatePosition(plane, next));
            } else if (Math.abs(gaps[i] - usual) > slack(usual, tolerance)) {
                findings.add(new UnevenGap(plane, next, gaps[i], usual));
            }
            var offset = planes.get(next).position().minus(first.position());
            double aside = offset.minus(normal.times(offset.dot(normal))).length();
            if (aside > slack(usual, tolerance)) {
                findings.add(new Sheared(next, aside));
            }
        }
    }

    private static double slack(double usual, Tolerance tolerance) {
        return Math.max(tolerance.gap() * usual, tolerance.millimetres());
    }

    /** The median of the gaps between planes that do not lie in one place. */
    private static double usual(double[] gaps, Tolerance tolerance) {
        var real = Arrays.stream(gaps)
                .filter(gap -> gap >= tolerance.millimetres())
                .sorted()
                .toArray();
        return real.length == 0 ? 0 : real[real.length / 2];
    }
}
