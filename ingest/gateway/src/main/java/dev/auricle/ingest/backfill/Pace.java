package dev.auricle.ingest.backfill;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * How fast an archive is asked, and when. The archive has other work: what it was asked for too quickly is made up for by a
 * pause before the next series.
 */
public final class Pace {
    private final Hours hours;
    private final double instancesPerSecond;
    private final Clock clock;
    private final Consumer<Instant> waiting;
    private Instant next = Instant.MIN;

    /**
     * A pace.
     *
     * @param instancesPerSecond on average; infinite for as fast as it goes
     * @param clock whose zone the hours are in
     * @param waiting returns at the moment it is given
     */
    public Pace(Hours hours, double instancesPerSecond, Clock clock, Consumer<Instant> waiting) {
        if (!(instancesPerSecond > 0)) {
            throw new IllegalArgumentException("the rate must be positive, got " + instancesPerSecond);
        }
        this.hours = hours;
        this.instancesPerSecond = instancesPerSecond;
        this.clock = clock;
        this.waiting = waiting;
    }

    /** Returns when the next series may be asked for. */
    void await() {
        var now = clock.instant();
        var earliest = next.isAfter(now) ? next : now;
        var allowed = hours.next(earliest.atZone(clock.getZone())).toInstant();
        if (allowed.isAfter(now)) {
            waiting.accept(allowed);
        }
    }

    /** So many instances came, asked for at that moment. */
    void took(int instances, Instant asked) {
        next = asked.plus(Duration.ofNanos((long) (instances / instancesPerSecond * 1e9)));
    }

    Instant now() {
        return clock.instant();
    }
}
