package dev.auricle.ingest.check;

import dev.auricle.ingest.assemble.Series;
import dev.auricle.ingest.refuse.Refusal;
import dev.auricle.ingest.refuse.Rule;
import java.util.Optional;

/** Every instance is one slice. */
final class SingleFrames implements Rule<Series> {
    @Override
    public Refusal refusal() {
        return Refusal.MULTI_FRAME;
    }

    @Override
    public Optional<String> against(Series series) {
        return series.instances().stream().allMatch(instance -> instance.getFrames() == 1)
                ? Optional.empty()
                : Optional.of("Multi-frame images are not taken.");
    }
}
