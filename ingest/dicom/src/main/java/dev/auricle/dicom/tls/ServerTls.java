package dev.auricle.dicom.tls;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;

/**
 * How a provider lets itself be called.
 *
 * @param credential who we are
 * @param trusted the authorities that must have signed a caller's certificate; absent: callers need none
 * @param profile which versions and cipher suites
 * @param reload how often the files are looked at for new certificates
 */
public record ServerTls(Credential credential, Optional<Path> trusted, TlsProfile profile, Duration reload) {
    /** A renewed certificate is used a minute later. */
    public static final Duration EVERY_MINUTE = Duration.ofMinutes(1);

    public ServerTls {
        if (reload.toMillis() < 1) {
            throw new IllegalArgumentException("reload must be positive, got " + reload);
        }
    }

    /** Whom to believe, read anew. */
    public Optional<TrustManagerFactory> trustManagers() {
        return trusted.map(TrustedCertificates::read);
    }

    /** Everything that may change while the provider runs. */
    public List<Path> files() {
        return Stream.concat(credential.files().stream(), trusted.stream()).toList();
    }
}
