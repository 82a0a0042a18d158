package dev.auricle.dicom.network;

import java.time.Duration;

/**
 * How long a user waits for a provider.
 *
 * @param connect for the TCP connection
 * @param negotiation for the answer to a request for association or release
 * @param response for the answer to an operation, from the moment it is sent whole
 */
public record AssociationTimeouts(Duration connect, Duration negotiation, Duration response) {
    /** 10 seconds, 30 seconds, 5 minutes. */
    public static final AssociationTimeouts DEFAULT =
            new AssociationTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(5));
}
