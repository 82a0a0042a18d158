package dev.auricle.ingest.assemble;

import dev.auricle.ingest.refuse.Refusal;
import dev.auricle.ingest.refuse.Rule;
import java.util.Optional;

/** A series is part of one study. */
final class OneStudy implements Rule<Claim> {
    @Override
    public Refusal refusal() {
        return Refusal.SERIES_IN_TWO_STUDIES;
    }

    @Override
    public Optional<String> against(Claim claim) {
        return claim.part().getStudyInstanceUid().equals(claim.owner())
                ? Optional.empty()
                : Optional.of("The same Series Instance UID is part of another study; there it stays.");
    }
}
