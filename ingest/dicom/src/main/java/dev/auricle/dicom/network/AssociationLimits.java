package dev.auricle.dicom.network;

import java.time.Duration;

/**
 * What a server allows its peers.
 *
 * @param maximumAssociations at one time; one more is rejected for now
 * @param maximumPduLength of the P-DATA-TF it receives, in bytes
 * @param negotiation from the connection to the request, and from the last word to the end of the connection
 * @param idle without a byte from a peer whose turn it is
 * @param drain how long associations may go on while the server closes
 */
public record AssociationLimits(
        int maximumAssociations, int maximumPduLength, Duration negotiation, Duration idle, Duration drain) {
    /** 256 associations, 128 KiB, 30 seconds, 10 minutes, 30 seconds. */
    public static final AssociationLimits DEFAULT =
            new AssociationLimits(256, 1 << 17, Duration.ofSeconds(30), Duration.ofMinutes(10), Duration.ofSeconds(30));

    private static final int SHORTEST_PDU = 1 << 12;

    public AssociationLimits {
        if (maximumAssociations < 1) {
            throw new IllegalArgumentException("maximumAssociations must be positive, got " + maximumAssociations);
        }
        if (maximumPduLength < SHORTEST_PDU) {
            throw new IllegalArgumentException(
                    "maximumPduLength must be at least " + SHORTEST_PDU + ", got " + maximumPduLength);
        }
        if (negotiation.isNegative() || negotiation.isZero() || idle.isNegative() || idle.isZero()) {
            throw new IllegalArgumentException(
                    "timeouts must be positive: negotiation " + negotiation + ", idle " + idle);
        }
    }
}
