package dev.auricle.ingest.assemble;

import dev.auricle.ingest.refuse.Refusal;
import dev.auricle.ingest.refuse.Rule;
import java.util.Optional;

/** No instance of a series is part of another study. */
final class InstancesInOneStudy implements Rule<Claim> {
    @Override
    public Refusal refusal() {
        return Refusal.INSTANCE_IN_TWO_STUDIES;
    }

    @Override
    public Optional<String> against(Claim claim) {
        return claim.elsewhere() == 0
                ? Optional.empty()
                : Optional.of("The SOP Instance UIDs of " + claim.elsewhere() + " of "
                        + claim.part().getInstanceCount() + " instances are part of another study; there they stay.");
    }
}
