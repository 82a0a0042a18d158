package dev.auricle.dicom.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.dicom.TestAuthority;
import dev.auricle.dicom.Tool;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.CertificateBuilder.Algorithm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CredentialTest {
    private static final String PASSWORD = "opens it";

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource(
            value = Algorithm.class,
            names = {"rsa2048", "ecp256", "ecp384", "ed25519"})
    void keys_of_every_kind_in_use_are_read(Algorithm algorithm) throws Exception {
        // Given
        var credential = authority().issue("own", certificate -> certificate.algorithm(algorithm));
        // When
        var managers = credential.keyManagers().getKeyManagers();
        // Then
        assertThat(managers).hasSize(1);
    }

    @Test
    void a_key_store_is_opened_by_its_password_and_by_no_other() throws Exception {
        // Given
        var credential = authority().issuePkcs12("own", PASSWORD);
        var wrong = new Credential(credential.certificates(), Optional.empty(), "another");
        // Then
        assertThat(credential.keyManagers().getKeyManagers()).hasSize(1);
        assertThatThrownBy(wrong::keyManagers)
                .isInstanceOf(UnableToUseCertificate.class)
                .hasMessageContaining("own.p12: the password does not open it");
    }

    @Test
    void an_encrypted_key_is_opened_by_its_password_and_by_no_other() throws Exception {
        // Given
        var issued = authority().issue("own");
        var locked = lock(issued.key().orElseThrow());
        // Then
        assertThat(new Credential(issued.certificates(), Optional.of(locked), PASSWORD)
                        .keyManagers()
                        .getKeyManagers())
                .hasSize(1);
        assertThatThrownBy(() -> new Credential(issued.certificates(), Optional.of(locked), "another").keyManagers())
                .isInstanceOf(UnableToUseCertificate.class)
                .hasMessageContaining("locked.key: the password does not open the key");
    }

    @Test
    void a_certificate_that_has_expired_or_is_not_valid_yet_is_refused() throws Exception {
        // Given
        var now = Instant.now();
        var old = authority()
                .issue(
                        "old",
                        certificate ->
                                certificate.notBefore(now.minusSeconds(200_000)).notAfter(now.minusSeconds(100_000)));
        var early = authority()
                .issue(
                        "early",
                        certificate ->
                                certificate.notBefore(now.plusSeconds(100_000)).notAfter(now.plusSeconds(200_000)));
        // Then
        assertThatThrownBy(old::keyManagers).hasMessageContaining("old.pem: the certificate has expired on ");
        assertThatThrownBy(early::keyManagers).hasMessageContaining("early.pem: the certificate is valid only from ");
    }

    @Test
    void a_key_of_another_certificate_is_refused() throws Exception {
        // Given
        var authority = authority();
        var one = authority.issue("one");
        var another = authority.issue("another");
        var longer = authority.issue("longer", CertificateBuilder::rsa2048);
        // Then
        assertThatThrownBy(() -> new Credential(one.certificates(), another.key(), "").keyManagers())
                .hasMessageContaining("one.pem: the certificate is not the one of the key");
        assertThatThrownBy(() -> new Credential(one.certificates(), longer.key(), "").keyManagers())
                .hasMessageContaining("longer.key: the key is not the one of ");
    }

    @Test
    void what_is_missing_or_no_such_file_is_named() throws Exception {
        // Given
        var issued = authority().issue("own");
        var noise = Files.writeString(folder.resolve("noise"), "neither certificate nor key");
        var old = Files.writeString(
                folder.resolve("old"), "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n");
        // Then
        assertThatThrownBy(() -> new Credential(folder.resolve("absent"), issued.key(), "").keyManagers())
                .hasMessageContaining("absent: is not there or cannot be read");
        assertThatThrownBy(() -> new Credential(noise, issued.key(), "").keyManagers())
                .hasMessageContaining("noise: these are no certificates in PEM");
        assertThatThrownBy(() -> new Credential(issued.certificates(), Optional.of(noise), "").keyManagers())
                .hasMessageContaining("noise: there is no private key in PEM in it");
        assertThatThrownBy(() -> new Credential(issued.certificates(), Optional.of(old), "").keyManagers())
                .hasMessageContaining("openssl pkcs8 -topk8");
        assertThatThrownBy(() -> new Credential(noise, Optional.empty(), "").keyManagers())
                .hasMessageContaining("noise: the password does not open it, or it is no PKCS #12");
    }

    @Test
    void a_password_is_never_shown() {
        // When
        var shown = new Credential(Path.of("a.p12"), Optional.empty(), PASSWORD).toString();
        // Then
        assertThat(shown).contains("a.p12").doesNotContain(PASSWORD);
    }

    private TestAuthority authority() throws Exception {
        return new TestAuthority(folder, "authority");
    }

    private Path lock(Path key) throws Exception {
        var locked = folder.resolve("locked.key");
        var result = Tool.require("openssl")
                .run(List.of(
                        "pkcs8",
                        "-topk8",
                        "-in",
                        key.toString(),
                        "-out",
                        locked.toString(),
                        "-passout",
                        "pass:" + PASSWORD));
        assertThat(result.exit()).as(result.output()).isZero();
        return locked;
    }
}
