package dev.auricle.ingest.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.dicom.network.ServerOptions;
import dev.auricle.dicom.tls.TlsProfile;
import dev.auricle.schemas.configuration.Configuration;
import dev.auricle.schemas.configuration.UnableToReadConfiguration;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TlsConfigTest {
    @Test
    void files_profile_and_password_are_those_of_the_section() {
        // When
        var options =
                read("{certificate: a.pem, key: a.key, password: '${OPENS}', trust: ca.pem, profile: modified-bcp195}");
        // Then
        assertThat(options.tls()).hasValueSatisfying(tls -> {
            assertThat(tls.files()).containsExactly(Path.of("a.pem"), Path.of("a.key"), Path.of("ca.pem"));
            assertThat(tls.profile()).isEqualTo(TlsProfile.MODIFIED_BCP195);
            assertThat(tls.credential().password()).isEqualTo("short");
        });
        assertThat(options.toString()).doesNotContain("short");
    }

    @Test
    void callers_are_believed_by_somebodys_signature_or_not_asked() {
        assertThatThrownBy(() -> read("{certificate: a.p12}"))
                .isInstanceOf(UnableToReadConfiguration.class)
                .hasMessage(
                        "test: receive.tls: trust must name who signs the callers' certificates, or mutual be false");
        assertThatThrownBy(() -> read("{certificate: a.p12, trust: ca.pem, mutual: false}"))
                .hasMessage("test: receive.tls: trust is of no use where mutual is false");
        assertThat(read("{certificate: a.p12, mutual: false}").tls())
                .hasValueSatisfying(tls -> assertThat(tls.trusted()).isEmpty());
    }

    private static ServerOptions read(String tls) {
        return Configuration.parse("receive: {tls: " + tls + "}", "test", Map.of("OPENS", "short"))
                .section("receive", ReceiveConfig.class)
                .options();
    }
}
