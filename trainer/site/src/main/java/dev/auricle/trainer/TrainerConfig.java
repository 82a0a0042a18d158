package dev.auricle.trainer;

import dev.auricle.schemas.configuration.Default;
import java.time.Duration;

/**
 * The section {@code trainer}.
 *
 * @param minimumSamples how many samples to learn from a site wants before it takes part
 * @param patience how long it waits for them before it declines a round
 * @param threads processor threads one operator may use; results are promised to be the same bytes with 1
 */
public record TrainerConfig(
        @Default("1") int minimumSamples,
        @Default("5m") Duration patience,
        @Default("1") int threads) {
    /** Refuses counts below one. */
    public TrainerConfig {
        if (minimumSamples < 1 || threads < 1) {
            throw new IllegalArgumentException("minimumSamples and threads must be at least 1");
        }
    }
}
