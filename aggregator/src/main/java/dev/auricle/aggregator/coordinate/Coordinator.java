package dev.auricle.aggregator.coordinate;

import java.util.List;
import java.util.Optional;

/**
 * Decides for one federation without a log: for whoever runs hub and sites in one process. Every move is the one that the
 * hub makes on its topics.
 */
public final class Coordinator {
    private Optional<Federation> federation = Optional.empty();

    /**
     * Hears something, and tells what is decided, in order.
     *
     * @param now epoch milliseconds
     */
    public List<Decision> hear(Signal signal, long now) {
        var step = Federation.hear(federation, signal, now);
        federation = step.map(Step::next).or(() -> federation);
        return step.map(Step::decisions).orElse(List.of());
    }
}
