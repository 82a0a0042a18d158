package dev.auricle.schemas.connect;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** How often something may fail and be tried again: five times within ten minutes. Thread-safe. */
public final class RetryBudget {
    private static final int MOST = 5;
    private static final Duration WITHIN = Duration.ofMinutes(10);

    private final Clock clock;
    private final Deque<Instant> failures = new ArrayDeque<>();

    /** Measures time by that clock. */
    public RetryBudget(Clock clock) {
        this.clock = clock;
    }

    /** Counts a failure; {@code false} when there have been too many. */
    public synchronized boolean allowsAnother() {
        var now = clock.instant();
        failures.removeIf(earlier -> earlier.isBefore(now.minus(WITHIN)));
        failures.addLast(now);
        return failures.size() <= MOST;
    }
}
