package dev.auricle.ingest.check;

import dev.auricle.dicom.space.Geometry;
import dev.auricle.ingest.refuse.Refusal;
import dev.auricle.ingest.refuse.Rule;
import dev.auricle.schemas.plan.Quality;
import java.util.Locale;
import java.util.Optional;

/** Slices are as close as the plan asks for. */
record SliceSpacingInRange(Quality limits) implements Rule<Stack> {
    @Override
    public Refusal refusal() {
        return Refusal.SLICE_SPACING_OUT_OF_RANGE;
    }

    @Override
    public Optional<String> against(Stack stack) {
        return stack.arrangement()
                .geometry()
                .map(Geometry::sliceSpacing)
                .filter(spacing -> spacing < limits.leastSliceSpacing() || spacing > limits.mostSliceSpacing())
                .map(spacing -> String.format(
                        Locale.ROOT,
                        "Slices are %.3f mm apart; the plan takes %.3f to %.3f mm.",
                        spacing,
                        limits.leastSliceSpacing(),
                        limits.mostSliceSpacing()));
    }
}
