package dev.auricle.ingest.check;

import dev.auricle.ingest.assemble.Series;
import dev.auricle.schemas.record.Reason;
import java.util.Optional;

/** Every instance has pixels. */
final class PixelsPresent implements Rule {
    @Override
    public Optional<Reason> examine(Series series) {
        long without = series.instances().stream()
                .filter(instance -> !instance.getHasPixels())
                .count();
        return without == 0
                ? Optional.empty()
                : Optional.of(Rule.reason(
                        "NO_PIXELS", without + " of " + series.instances().size() + " instances have no pixels."));
    }
}
