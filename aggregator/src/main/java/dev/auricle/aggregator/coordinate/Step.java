package dev.auricle.aggregator.coordinate;

import java.util.ArrayList;
import java.util.List;

/**
 * One step of a federation.
 *
 * @param next where it stands now
 * @param decisions what has been decided on the way, in order
 */
record Step(Federation next, List<Decision> decisions) {
    Step {
        decisions = List.copyOf(decisions);
    }

    static Step stay(Federation federation) {
        return new Step(federation, List.of());
    }

    /** This step and then another. */
    Step then(Step after) {
        var both = new ArrayList<>(decisions);
        both.addAll(after.decisions);
        return new Step(after.next, both);
    }
}
