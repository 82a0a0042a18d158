package dev.auricle.ingest.check;

import dev.auricle.ingest.assemble.Series;
import dev.auricle.ingest.refuse.Refusal;
import dev.auricle.ingest.refuse.Rule;
import java.util.Optional;

/** Every instance has pixels. */
final class PixelsPresent implements Rule<Series> {
    @Override
    public Refusal refusal() {
        return Refusal.NO_PIXELS;
    }

    @Override
    public Optional<String> against(Series series) {
        long without = series.instances().stream()
                .filter(instance -> !instance.getHasPixels())
                .count();
        return without == 0
                ? Optional.empty()
                : Optional.of(without + " of " + series.instances().size() + " instances have no pixels.");
    }
}
