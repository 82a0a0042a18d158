package dev.auricle.inference.deliver;

import dev.auricle.dicom.network.Peer;
import dev.auricle.schemas.configuration.Default;

/**
 * The archive that SEG objects are sent to.
 *
 * @param aeTitle how it is called
 * @param callingAeTitle how we call ourselves
 */
public record ArchiveConfig(
        String host,
        int port,
        String aeTitle,
        @Default("AURICLE") String callingAeTitle) {
    /** Refuses what no association can have. */
    public ArchiveConfig {
        new Peer(host, port, aeTitle, callingAeTitle);
    }

    Peer peer() {
        return new Peer(host, port, aeTitle, callingAeTitle);
    }
}
