package dev.auricle.ingest.check;

import dev.auricle.dicom.space.GeometryFinding;
import dev.auricle.ingest.refuse.Refusal;
import dev.auricle.ingest.refuse.Rule;
import java.util.Optional;

/** Slices lie behind each other. */
final class Straight implements Rule<Stack> {
    @Override
    public Refusal refusal() {
        return Refusal.SHEARED;
    }

    @Override
    public Optional<String> against(Stack stack) {
        return stack.finding(GeometryFinding.Sheared.class).map(aside -> "Slices do not lie behind each other.");
    }
}
