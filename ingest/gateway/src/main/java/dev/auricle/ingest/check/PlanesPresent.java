package dev.auricle.ingest.check;

import dev.auricle.ingest.assemble.Series;
import dev.auricle.schemas.record.Reason;
import java.util.Optional;

/** Every instance says where it lies in the patient. */
final class PlanesPresent implements Rule {
    @Override
    public Optional<Reason> examine(Series series) {
        long without = series.instances().stream()
                .filter(instance -> !instance.hasPlane())
                .count();
        return without == 0
                ? Optional.empty()
                : Optional.of(Rule.reason(
                        "NO_GEOMETRY",
                        without + " of " + series.instances().size()
                                + " instances lack position, orientation or pixel spacing."));
    }
}
