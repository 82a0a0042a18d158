package dev.auricle.ingest.assemble;

import dev.auricle.ingest.refuse.Refusal;
import dev.auricle.ingest.refuse.Rule;
import java.util.Optional;

/** A series is part of one study. */
final class OneStudy implements Rule<OneStudy.Claim> {
    /** That a series is part of a study, and the study in which its UID came first. */
    record Claim(String study, String first) {}

    @Override
    public Refusal refusal() {
        return Refusal.SERIES_IN_TWO_STUDIES;
    }

    @Override
    public Optional<String> against(Claim claim) {
        return claim.study().equals(claim.first())
                ? Optional.empty()
                : Optional.of("The same Series Instance UID is part of another study; there it stays.");
    }
}
