package dev.auricle.ingest.check;

import dev.auricle.dicom.space.GeometryFinding;
import dev.auricle.ingest.refuse.Refusal;
import dev.auricle.ingest.refuse.Rule;
import java.util.Optional;

/** There are several slices. */
final class SeveralSlices implements Rule<Stack> {
    @Override
    public Refusal refusal() {
        return Refusal.TOO_FEW_SLICES;
    }

    @Override
    public Optional<String> against(Stack stack) {
        return stack.finding(GeometryFinding.SinglePlane.class).map(alone -> "One slice alone is no volume.");
    }
}
