package dev.auricle.ingest.assemble;

import dev.auricle.ingest.refuse.Refusal;
import dev.auricle.ingest.refuse.Rule;
import dev.auricle.schemas.record.SeriesInstance;
import java.util.Optional;

/** What comes again under a SOP Instance UID is what came before. */
final class SameBytes implements Rule<Arrival> {
    @Override
    public Refusal refusal() {
        return Refusal.CONFLICT;
    }

    @Override
    public Optional<String> against(Arrival arrival) {
        return arrival.known()
                .filter(known ->
                        !known.getLog().getSha256().equals(arrival.place().getSha256()))
                .map(known -> sentence(known, arrival));
    }

    private static String sentence(SeriesInstance known, Arrival arrival) {
        return known.getTransferSyntaxUid().equals(arrival.sealed().getTransferSyntaxUid())
                ? "The same SOP Instance UID came with other bytes; the first stays."
                : "The same SOP Instance UID came again in another transfer syntax; the first stays.";
    }
}
