package dev.auricle.inference.deliver;

import dev.auricle.dicom.tls.ClientTls;
import dev.auricle.dicom.tls.Credential;
import dev.auricle.dicom.tls.TlsProfile;
import dev.auricle.schemas.configuration.Default;
import dev.auricle.schemas.configuration.Password;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The section {@code inference.archive.tls}.
 *
 * @param certificate PEM, our own certificate first; or PKCS #12 with the key in it. Absent: the archive asks for none
 * @param key PEM in PKCS #8; not with PKCS #12
 * @param password of the key or of the PKCS #12
 * @param trust PEM of the authorities that sign the archive's certificate; absent: those that Java trusts
 * @param profile versions and cipher suites (PS3.15, B.12 or B.13)
 * @param peerName the name in the archive's certificate, where that is not its host
 */
public record ArchiveTls(
        Optional<Path> certificate,
        Optional<Path> key,
        Optional<Password> password,
        Optional<Path> trust,
        @Default("bcp195") TlsProfile profile,
        Optional<String> peerName) {
    ClientTls tls() {
        var credential = certificate.map(
                file -> new Credential(file, key, password.map(Password::value).orElse("")));
        return new ClientTls(credential, trust, profile, peerName);
    }
}
