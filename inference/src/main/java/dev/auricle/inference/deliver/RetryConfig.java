package dev.auricle.inference.deliver;

import dev.auricle.schemas.configuration.Default;
import java.time.Duration;

/**
 * How often a delivery is tried.
 *
 * @param attempts before it is given up and goes to {@code delivery.failed}
 * @param first pause after the first failure; each further one is twice as long
 * @param longest no pause is longer
 */
public record RetryConfig(
        @Default("8") int attempts,
        @Default("500ms") Duration first,
        @Default("30s") Duration longest) {
    private static final int MOST_DOUBLINGS = 20;

    /** Refuses what is no pause. */
    public RetryConfig {
        if (attempts < 1 || first.toMillis() < 1 || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("attempts must be at least 1, first positive, longest not shorter");
        }
    }

    /** The pause after so many failures. */
    Duration pauseAfter(int failures) {
        var doubled = first.multipliedBy(1L << Math.min(MOST_DOUBLINGS, failures - 1));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }
}
