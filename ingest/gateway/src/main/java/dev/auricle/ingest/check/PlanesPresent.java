package dev.auricle.ingest.check;

import dev.auricle.ingest.assemble.Series;
import dev.auricle.ingest.refuse.Refusal;
import dev.auricle.ingest.refuse.Rule;
import java.util.Optional;

/** Every instance says where it lies in the patient. */
final class PlanesPresent implements Rule<Series> {
    @Override
    public Refusal refusal() {
        return Refusal.NO_GEOMETRY;
    }

    @Override
    public Optional<String> against(Series series) {
        long without = series.instances().stream()
                .filter(instance -> !instance.hasPlane() && !OneStackEach.hasSeveral(instance))
                .count();
        return without == 0
                ? Optional.empty()
                : Optional.of(without + " of " + series.instances().size()
                        + " instances lack position, orientation or pixel spacing.");
    }
}
