package dev.auricle.ingest.prepare;

import dev.auricle.dicom.space.Geometry;
import dev.auricle.dicom.space.PlaneGrid;
import dev.auricle.dicom.space.SlicePlane;
import dev.auricle.dicom.space.Vector;
import dev.auricle.dicom.space.Volume;
import dev.auricle.schemas.plan.Centre;
import dev.auricle.schemas.plan.Preprocessing;

/**
 * The grid that a plan asks for, laid on a volume: its orientation, the plan's spacing and size, the plan's centre in the
 * plane, and as many slices as cover the stack.
 */
final class TargetGrid {
    private TargetGrid() {}

    static Geometry on(Volume volume, Preprocessing plan) {
        var source = volume.geometry();
        var grid = new PlaneGrid(plan.rows(), plan.columns(), plan.rowSpacing(), plan.columnSpacing());
        int slices = (int) Math.max(1, Math.round(source.slices() * source.sliceSpacing() / plan.sliceSpacing()));
        var centre = plan.centre() == Centre.BODY_MASK ? BodyCentre.of(volume) : middle(source);
        var first = new Vector(
                begin(
                        centre[0],
                        plan.columns(),
                        plan.columnSpacing() / source.first().grid().columnSpacing()),
                begin(
                        centre[1],
                        plan.rows(),
                        plan.rowSpacing() / source.first().grid().rowSpacing()),
                begin((source.slices() - 1) / 2.0, slices, plan.sliceSpacing() / source.sliceSpacing()));
        var plane = new SlicePlane(source.position(first), source.first().orientation(), grid);
        return new Geometry(plane, plan.sliceSpacing(), slices);
    }

    private static double[] middle(Geometry source) {
        return new double[] {(source.columns() - 1) / 2.0, (source.rows() - 1) / 2.0};
    }

    /** Where so many steps begin that are to have their middle at the centre. */
    private static double begin(double centre, int count, double step) {
        return centre - (count - 1) / 2.0 * step;
    }
}
