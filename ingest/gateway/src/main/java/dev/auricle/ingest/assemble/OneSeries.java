package dev.auricle.ingest.assemble;

import dev.auricle.ingest.refuse.Refusal;
import dev.auricle.ingest.refuse.Rule;
import java.util.Optional;

/** An instance is part of one series of its study. */
final class OneSeries implements Rule<Arrival> {
    @Override
    public Refusal refusal() {
        return Refusal.INSTANCE_IN_TWO_SERIES;
    }

    @Override
    public Optional<String> against(Arrival arrival) {
        return arrival.series()
                .filter(first -> !first.equals(arrival.sealed().getSeriesInstanceUid()))
                .map(other -> "The same SOP Instance UID is part of another series of the study; there it stays.");
    }
}
