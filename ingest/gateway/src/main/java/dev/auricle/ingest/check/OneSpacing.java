package dev.auricle.ingest.check;

import dev.auricle.dicom.space.GeometryFinding;
import dev.auricle.ingest.refuse.Refusal;
import dev.auricle.ingest.refuse.Rule;
import java.util.Optional;

/** All slices have the same pixel spacing. */
final class OneSpacing implements Rule<Stack> {
    @Override
    public Refusal refusal() {
        return Refusal.MIXED_SPACING;
    }

    @Override
    public Optional<String> against(Stack stack) {
        return stack.finding(GeometryFinding.MixedSpacing.class).map(other -> "Slices differ in pixel spacing.");
    }
}
