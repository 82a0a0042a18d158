package dev.auricle.ingest.assemble;

import dev.auricle.schemas.configuration.Default;
import java.time.Duration;

/**
 * The section {@code ingest.assemble}.
 *
 * @param quietPeriod how long no instance of a series may arrive before the series counts as complete
 * @param forgetAfter how long a series is remembered after its last instance; as long as the log keeps instances
 */
public record AssembleConfig(
        @Default("60s") Duration quietPeriod,
        @Default("30d") Duration forgetAfter) {
    /** Refuses a quiet period that is none and a memory shorter than it. */
    public AssembleConfig {
        if (quietPeriod.toMillis() < 1) {
            throw new IllegalArgumentException("quietPeriod must be positive, got " + quietPeriod);
        }
        if (forgetAfter.compareTo(quietPeriod) <= 0) {
            throw new IllegalArgumentException("forgetAfter must be longer than quietPeriod, got " + forgetAfter);
        }
    }
}
