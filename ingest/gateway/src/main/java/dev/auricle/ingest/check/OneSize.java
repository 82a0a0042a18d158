package dev.auricle.ingest.check;

import dev.auricle.dicom.space.GeometryFinding;
import dev.auricle.ingest.refuse.Refusal;
import dev.auricle.ingest.refuse.Rule;
import java.util.Optional;

/** All slices have the same rows and columns. */
final class OneSize implements Rule<Stack> {
    @Override
    public Refusal refusal() {
        return Refusal.MIXED_SIZE;
    }

    @Override
    public Optional<String> against(Stack stack) {
        return stack.finding(GeometryFinding.MixedSize.class).map(other -> "Slices differ in rows or columns.");
    }
}
