package dev.auricle.ingest.check;

import dev.auricle.dicom.space.GeometryFinding;
import dev.auricle.ingest.refuse.Refusal;
import dev.auricle.ingest.refuse.Rule;
import java.util.Locale;
import java.util.Optional;

/** Neighbours are equally far apart: no slice is missing. */
final class EvenGaps implements Rule<Stack> {
    @Override
    public Refusal refusal() {
        return Refusal.MISSING_SLICES;
    }

    @Override
    public Optional<String> against(Stack stack) {
        return stack.finding(GeometryFinding.UnevenGap.class)
                .map(gap -> String.format(
                        Locale.ROOT,
                        "Between neighbours there are %.2f mm where %.2f mm are usual.",
                        gap.gap(),
                        gap.usualGap()));
    }
}
