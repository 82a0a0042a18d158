package dev.auricle.ingest.check;

import dev.auricle.ingest.assemble.Series;
import dev.auricle.schemas.record.Reason;
import java.util.Optional;

/** Every instance is one slice. */
final class SingleFrames implements Rule {
    @Override
    public Optional<Reason> examine(Series series) {
        return series.instances().stream().allMatch(instance -> instance.getFrames() == 1)
                ? Optional.empty()
                : Optional.of(Rule.reason("MULTI_FRAME", "Multi-frame images are not taken."));
    }
}
