package dev.auricle.ingest.check;

import dev.auricle.ingest.assemble.Series;
import dev.auricle.ingest.refuse.Refusal;
import dev.auricle.ingest.refuse.Rule;
import dev.auricle.schemas.record.SeriesInstance;
import java.util.Optional;

/** The frames of every instance that has several are one stack. */
final class OneStackEach implements Rule<Series> {
    @Override
    public Refusal refusal() {
        return Refusal.SEVERAL_STACKS;
    }

    @Override
    public Optional<String> against(Series series) {
        return series.instances().stream()
                .filter(OneStackEach::hasSeveral)
                .findFirst()
                .map(instance -> "The " + instance.getFrames() + " frames of an instance are " + instance.getStacks()
                        + " stacks: turned differently, or apart in time or another dimension.");
    }

    static boolean hasSeveral(SeriesInstance instance) {
        return instance.getStacks() > 1;
    }
}
