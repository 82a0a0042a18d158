package dev.auricle.deploy.perform;

import dev.auricle.deploy.supply.Instance;
import dev.auricle.deploy.supply.Study;
import dev.auricle.deploy.supply.UnableToSupply;
import dev.auricle.dicom.dictionary.DicomException;
import dev.auricle.dicom.space.Arrangement;
import dev.auricle.dicom.space.Geometry;
import dev.auricle.dicom.space.SlicePlane;
import dev.auricle.schemas.plan.Preprocessing;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** A grid that suits studies nobody has written a plan for: most of their images fit, none is magnified much. */
final class FittingGrid {
    private static final double MOST = 0.9;
    private static final double MEDIAN = 0.5;
    private static final double HUNDREDTH = 100;

    private FittingGrid() {}

    /** The plan's size and centre with spacings that suit the studies. */
    static Preprocessing suiting(List<Study> studies, Preprocessing plan) {
        var stacks = studies.stream()
                .flatMap(study -> study.images().stream())
                .map(FittingGrid::stack)
                .flatMap(Optional::stream)
                .toList();
        if (stacks.isEmpty()) {
            throw new UnableToSupply("no series of images is a stack");
        }
        double finest = quantile(MEDIAN, stacks, stack -> stack.first().grid().rowSpacing());
        double coarsest = quantile(MOST, stacks, FittingGrid::extent) / Math.min(plan.rows(), plan.columns());
        double inPlane = rounded(Math.max(finest, coarsest));
        double between = rounded(quantile(MEDIAN, stacks, Geometry::sliceSpacing));
        return new Preprocessing(
                plan.modalities(), inPlane, inPlane, between, plan.rows(), plan.columns(), plan.centre());
    }

    private static Optional<Geometry> stack(List<Instance> images) {
        try {
            var planes = images.stream()
                    .map(image -> SlicePlane.of(image.read().dataSet()))
                    .toList();
            return Arrangement.of(planes).geometry();
        } catch (DicomException noStack) {
            return Optional.empty();
        }
    }

    /** The longer side, in millimetres. */
    private static double extent(Geometry stack) {
        var grid = stack.first().grid();
        return Math.max(grid.rows() * grid.rowSpacing(), grid.columns() * grid.columnSpacing());
    }

    private static double quantile(double share, List<Geometry> stacks, ToDoubleFunction<Geometry> figure) {
        var sorted = stacks.stream().mapToDouble(figure).sorted().toArray();
        return sorted[(int) Math.min(sorted.length - 1.0, share * sorted.length)];
    }

    private static double rounded(double millimetres) {
        return Math.round(millimetres * HUNDREDTH) / HUNDREDTH;
    }
}
