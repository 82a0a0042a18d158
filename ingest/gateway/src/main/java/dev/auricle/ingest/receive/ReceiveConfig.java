package dev.auricle.ingest.receive;

import dev.auricle.schemas.configuration.Default;
import java.time.Duration;

/**
 * The section {@code ingest.receive}.
 *
 * @param host the address to listen on; loopback unless configured
 * @param port 0 for any that is free
 * @param maxAssociations at once; more are rejected for now (local limit exceeded)
 * @param inFlightMebibytes what may be on its way to the brokers before sockets are paused
 * @param patience how long the brokers have to acknowledge an instance before the answer is A700
 * @param web where instances are received by STOW-RS, if anywhere
 */
public record ReceiveConfig(
        @Default("127.0.0.1") String host,
        @Default("11112") int port,
        @Default("64") int maxAssociations,
        @Default("32") int inFlightMebibytes,
        @Default("20s") Duration patience,
        WebConfig web) {
    private static final int HIGHEST_PORT = 65_535;

    /** Refuses what cannot be listened on or would never pass anything on. */
    public ReceiveConfig {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("port must be between 0 and " + HIGHEST_PORT + ", got " + port);
        }
        if (maxAssociations < 1 || inFlightMebibytes < 4) {
            throw new IllegalArgumentException("maxAssociations must be at least 1, inFlightMebibytes at least 4");
        }
        if (patience.toSeconds() < 1) {
            throw new IllegalArgumentException("patience must be at least a second, got " + patience);
        }
    }
}
