package dev.auricle.deploy.perform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Lasts as long as things go on: begins anew whenever something has changed. */
final class Patience {
    private final Clock clock;
    private final Duration most;
    private final String what;
    private Object seen = "";
    private Instant since;

    /**
     * Waits for something.
     *
     * @param most how long nothing may change
     */
    Patience(Clock clock, Duration most, String what) {
        this.clock = clock;
        this.most = most;
        this.what = what;
        since = clock.instant();
    }

    /** Looks at how things stand; loses patience when that has been the same for too long. */
    void with(Object state) {
        if (!state.equals(seen)) {
            seen = state;
            since = clock.instant();
        } else if (Duration.between(since, clock.instant()).compareTo(most) > 0) {
            throw new DemoIncomplete("nothing happened for " + most.toSeconds() + " s while waiting for " + what
                    + "; it stands at " + state);
        }
    }
}
