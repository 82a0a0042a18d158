package dev.auricle.ingest.receive;

import dev.auricle.dicom.tls.Credential;
import dev.auricle.dicom.tls.ServerTls;
import dev.auricle.dicom.tls.TlsProfile;
import dev.auricle.schemas.configuration.Default;
import dev.auricle.schemas.configuration.Password;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The section {@code ingest.receive.tls}.
 *
 * @param certificate PEM, our own certificate first; or PKCS #12 with the key in it
 * @param key PEM in PKCS #8; not with PKCS #12
 * @param password of the key or of the PKCS #12
 * @param trust PEM of the authorities that sign the callers' certificates
 * @param mutual whether callers must show a certificate
 * @param profile versions and cipher suites (PS3.15, B.12 or B.13)
 * @param reload how often to look whether the files have changed
 */
public record TlsConfig(
        Path certificate,
        Optional<Path> key,
        Optional<Password> password,
        Optional<Path> trust,
        @Default("true") boolean mutual,
        @Default("bcp195") TlsProfile profile,
        @Default("1m") Duration reload) {
    /** Refuses callers who must be believed without saying by whom, and the reverse. */
    public TlsConfig {
        if (mutual != trust.isPresent()) {
            throw new IllegalArgumentException(
                    mutual
                            ? "trust must name who signs the callers' certificates, or mutual be false"
                            : "trust is of no use where mutual is false");
        }
    }

    ServerTls tls() {
        var credential =
                new Credential(certificate, key, password.map(Password::value).orElse(""));
        return new ServerTls(credential, trust, profile, reload);
    }
}
