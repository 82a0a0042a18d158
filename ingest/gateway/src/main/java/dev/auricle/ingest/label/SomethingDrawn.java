package dev.auricle.ingest.label;

import dev.auricle.ingest.refuse.Refusal;
import dev.auricle.ingest.refuse.Rule;
import java.util.Optional;

/**
 * An annotation shows something.
 *
 * @param mayBeEmpty where the plan takes one that shows nothing to say that there is nothing
 */
record SomethingDrawn(boolean mayBeEmpty) implements Rule<Shown> {
    @Override
    public Refusal refusal() {
        return Refusal.EMPTY_LABEL;
    }

    @Override
    public Optional<String> against(Shown shown) {
        return mayBeEmpty || !shown.isEmpty()
                ? Optional.empty()
                : Optional.of("The annotation names a class of the plan, and nothing is drawn.");
    }
}
