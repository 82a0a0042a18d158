package dev.auricle.ingest.check;

import dev.auricle.dicom.space.GeometryFinding;
import dev.auricle.ingest.refuse.Refusal;
import dev.auricle.ingest.refuse.Rule;
import java.util.Optional;

/** No two slices lie in one place. */
final class DistinctPositions implements Rule<Stack> {
    @Override
    public Refusal refusal() {
        return Refusal.DUPLICATE_POSITION;
    }

    @Override
    public Optional<String> against(Stack stack) {
        return stack.finding(GeometryFinding.DuplicatePosition.class).map(twice -> "Several slices lie in one place.");
    }
}
