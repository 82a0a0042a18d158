package dev.auricle.ingest.check;

import dev.auricle.dicom.space.GeometryFinding;
import dev.auricle.ingest.refuse.Refusal;
import dev.auricle.ingest.refuse.Rule;
import java.util.Locale;
import java.util.Optional;

/** No slice is turned against the others. */
final class OneOrientation implements Rule<Stack> {
    @Override
    public Refusal refusal() {
        return Refusal.MIXED_ORIENTATION;
    }

    @Override
    public Optional<String> against(Stack stack) {
        return stack.findings(GeometryFinding.MixedOrientation.class)
                .filter(turned -> turned.degrees() < Stack.MIRRORED_DEGREES)
                .findFirst()
                .map(turned -> String.format(
                        Locale.ROOT, "Slices are turned against each other by %.1f degrees.", turned.degrees()));
    }
}
