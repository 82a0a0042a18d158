package dev.auricle.ingest.check;

import dev.auricle.dicom.space.GeometryFinding;
import dev.auricle.ingest.refuse.Refusal;
import dev.auricle.ingest.refuse.Rule;
import java.util.Optional;

/** No slice is a mirror image of the others: rows, columns and normal run the same way. */
final class NoMirrors implements Rule<Stack> {
    @Override
    public Refusal refusal() {
        return Refusal.FLIPPED_SLICES;
    }

    @Override
    public Optional<String> against(Stack stack) {
        return stack.findings(GeometryFinding.MixedOrientation.class)
                .filter(turned -> turned.degrees() >= Stack.MIRRORED_DEGREES)
                .findFirst()
                .map(mirrored -> "Rows or columns of some slices run the other way.");
    }
}
