package dev.auricle.dicom.tls;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;

/**
 * How a user calls. The peer's certificate must be signed by somebody trusted and be for the host that is called.
 *
 * @param credential who we are; absent: nobody in particular
 * @param trusted the authorities that must have signed the peer's certificate; absent: those that Java trusts
 * @param profile which versions and cipher suites
 * @param peerName the name that the peer's certificate must have, where that is not the host it is called by
 */
public record ClientTls(
        Optional<Credential> credential, Optional<Path> trusted, TlsProfile profile, Optional<String> peerName) {
    /** Whom to believe, read anew. */
    public Optional<TrustManagerFactory> trustManagers() {
        return trusted.map(TrustedCertificates::read);
    }

    /**
     * Reads everything once.
     *
     * @throws UnableToUseCertificate when no connection could be made with it
     */
    public void requireUsable() {
        credential.ifPresent(Credential::keyManagers);
        trustManagers();
    }

    /** Everything that may change from one connection to the next. */
    public List<Path> files() {
        return Stream.concat(credential.stream().flatMap(own -> own.files().stream()), trusted.stream())
                .toList();
    }
}
