package dev.auricle.ingest.check;

import dev.auricle.dicom.space.Arrangement;
import dev.auricle.dicom.space.GeometryFinding;
import dev.auricle.dicom.space.Orientation;
import dev.auricle.dicom.space.PlaneGrid;
import dev.auricle.dicom.space.SlicePlane;
import dev.auricle.dicom.space.UnableToPlace;
import dev.auricle.dicom.space.Vector;
import dev.auricle.ingest.assemble.Series;
import dev.auricle.schemas.record.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The slices of a series as one stack, or why they are none. */
record Stack(Optional<Arrangement> arrangement, List<Reason> reasons) {

    static Stack of(Series series) {
        try {
            var planes = series.instances().stream()
                    .map(instance -> plane(instance.getPlane()))
                    .toList();
            var arrangement = Arrangement.of(planes);
            var reasons = arrangement.findings().stream()
                    .map(Stack::reason)
                    .distinct()
                    .toList();
            return new Stack(Optional.of(arrangement), reasons);
        } catch (UnableToPlace nonsense) {
            return new Stack(
                    Optional.empty(),
                    List.of(Rule.reason("BAD_GEOMETRY", "A slice lies nowhere: " + nonsense.getMessage() + ".")));
        }
    }

    private static SlicePlane plane(dev.auricle.schemas.record.SlicePlane plane) {
        return new SlicePlane(
                vector(plane.getPosition()),
                new Orientation(vector(plane.getRowDirection()), vector(plane.getColumnDirection())),
                new PlaneGrid(plane.getRows(), plane.getColumns(), plane.getRowSpacing(), plane.getColumnSpacing()));
    }

    private static Vector vector(dev.auricle.schemas.record.Vector vector) {
        return new Vector(vector.getX(), vector.getY(), vector.getZ());
    }

    private static Reason reason(GeometryFinding finding) {
        if (finding instanceof GeometryFinding.MixedOrientation) {
            return Rule.reason("MIXED_ORIENTATION", "Slices are turned against each other.");
        }
        if (finding instanceof GeometryFinding.MixedSize) {
            return Rule.reason("MIXED_SIZE", "Slices differ in rows or columns.");
        }
        if (finding instanceof GeometryFinding.MixedSpacing) {
            return Rule.reason("MIXED_SPACING", "Slices differ in pixel spacing.");
        }
        if (finding instanceof GeometryFinding.DuplicatePosition) {
            return Rule.reason("DUPLICATE_POSITION", "Several slices lie in one place.");
        }
        if (finding instanceof GeometryFinding.UnevenGap gap) {
            return Rule.reason(
                    "MISSING_SLICES",
                    String.format(
                            Locale.ROOT,
                            "Between neighbours there are %.2f mm where %.2f mm are usual.",
                            gap.gap(),
                            gap.usualGap()));
        }
        if (finding instanceof GeometryFinding.Sheared) {
            return Rule.reason("SHEARED", "Slices do not lie behind each other.");
        }
        return Rule.reason("TOO_FEW_SLICES", "One slice alone is no volume.");
    }
}
