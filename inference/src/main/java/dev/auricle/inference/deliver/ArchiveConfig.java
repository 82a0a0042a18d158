package dev.auricle.inference.deliver;

import dev.auricle.dicom.network.Peer;
import dev.auricle.dicom.tls.ClientTls;
import dev.auricle.schemas.configuration.Default;
import java.util.Optional;

/**
 * The archive that SEG objects are sent to.
 *
 * @param aeTitle how it is called
 * @param callingAeTitle how we call ourselves
 * @param tls absent: everything is said in the clear
 */
public record ArchiveConfig(
        String host,
        int port,
        String aeTitle,
        @Default("AURICLE") String callingAeTitle,
        Optional<ArchiveTls> tls) {
    /** Refuses what no association can have. */
    public ArchiveConfig {
        new Peer(host, port, aeTitle, callingAeTitle);
    }

    /** Throws where the files for TLS are no good, so that this is known before there is anything to deliver. */
    public void requireUsable() {
        tls.map(ArchiveTls::tls).ifPresent(ClientTls::requireUsable);
    }

    Peer peer() {
        return new Peer(host, port, aeTitle, callingAeTitle, tls.map(ArchiveTls::tls));
    }
}
