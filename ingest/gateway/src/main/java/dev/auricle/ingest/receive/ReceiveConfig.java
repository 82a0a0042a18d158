package dev.auricle.ingest.receive;

import dev.auricle.dicom.network.AssociationLimits;
import dev.auricle.dicom.network.AssociationPolicy;
import dev.auricle.dicom.network.IdentifiedUsers;
import dev.auricle.dicom.network.ServerOptions;
import dev.auricle.schemas.configuration.Default;
import dev.auricle.schemas.configuration.Password;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The section {@code ingest.receive}.
 *
 * @param host the address to listen on; loopback unless configured
 * @param port 0 for any that is free
 * @param maxAssociations at once; more are rejected for now (local limit exceeded)
 * @param maxPduBytes the longest unit of data (P-DATA-TF) that a peer may send
 * @param inFlightMebibytes what may be on its way to the brokers before sockets are paused
 * @param patience how long the brokers have to acknowledge an instance before the answer is A700
 * @param web where instances are received by STOW-RS, if anywhere
 * @param users names and passcodes, one of which every caller must show; empty: none is asked for
 * @param tls absent: everything is said in the clear
 */
public record ReceiveConfig(
        @Default("127.0.0.1") String host,
        @Default("11112") int port,
        @Default("64") int maxAssociations,
        @Default("131072") int maxPduBytes,
        @Default("32") int inFlightMebibytes,
        @Default("20s") Duration patience,
        WebConfig web,
        Map<String, Password> users,
        Optional<TlsConfig> tls) {
    private static final int HIGHEST_PORT = 65_535;
    private static final int SHORTEST_PDU = 1 << 12;
    private static final int LONGEST_PDU = 1 << 20;

    /** Refuses what cannot be listened on or would never pass anything on. */
    public ReceiveConfig {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("port must be between 0 and " + HIGHEST_PORT + ", got " + port);
        }
        if (maxAssociations < 1 || inFlightMebibytes < 4) {
            throw new IllegalArgumentException("maxAssociations must be at least 1, inFlightMebibytes at least 4");
        }
        if (maxPduBytes < SHORTEST_PDU || maxPduBytes > LONGEST_PDU) {
            throw new IllegalArgumentException(
                    "maxPduBytes must be between " + SHORTEST_PDU + " and " + LONGEST_PDU + ", got " + maxPduBytes);
        }
        if (patience.toSeconds() < 1) {
            throw new IllegalArgumentException("patience must be at least a second, got " + patience);
        }
    }

    /** Asks for a user, too, where there are any. */
    AssociationPolicy policy(AssociationPolicy others) {
        return users.isEmpty() ? others : new IdentifiedUsers(new KnownUsers(users), others);
    }

    ServerOptions options() {
        var limits = new AssociationLimits(
                maxAssociations,
                maxPduBytes,
                AssociationLimits.DEFAULT.negotiation(),
                AssociationLimits.DEFAULT.idle(),
                AssociationLimits.DEFAULT.drain());
        return new ServerOptions(host, port, limits, tls.map(TlsConfig::tls));
    }
}
