package dev.auricle.dicom.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.Tool;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.network.AssociationInfo;
import dev.auricle.dicom.network.Await;
import dev.auricle.dicom.network.GatheringScp;
import dev.auricle.dicom.network.OutgoingInstance;
import dev.auricle.dicom.network.SendOutcome;
import io.vertx.core.Vertx;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.PfxOptions;
import io.vertx.core.net.ServerSSLOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over TLS, with a certificate that Java's keytool makes. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WebTlsTest {
    private static final String PASSWORD = "of the test";

    private final Vertx vertx = Vertx.vertx();
    private final GatheringScp gathering = new GatheringScp();

    @TempDir
    Path folder = Path.of("");

    @AfterEach
    void close() throws Exception {
        Await.result(vertx.close());
    }

    @Test
    void instances_are_stored_at_a_server_whose_certificate_is_trusted() throws Exception {
        // Given
        var certificate = certificate("server", "ip:127.0.0.1");
        var server = server(certificate);
        // When
        var outcomes = store(server, certificate);
        // Then
        assertThat(outcomes).singleElement().matches(SendOutcome::isStored);
        assertThat(gathering.received()).hasSize(1);
    }

    @Test
    void a_certificate_that_is_not_trusted_or_of_another_host_ends_the_connection() throws Exception {
        // Given
        var certificate = certificate("server", "ip:127.0.0.1");
        var elsewhere = certificate("elsewhere", "dns:pacs.example");
        // When
        var untrusted = store(server(certificate), elsewhere);
        var misplaced = store(server(elsewhere), elsewhere);
        // Then
        assertThat(untrusted).noneMatch(SendOutcome::isStored);
        assertThat(misplaced).noneMatch(SendOutcome::isStored);
        assertThat(gathering.received()).isEmpty();
    }

    private List<SendOutcome> store(StowServer server, PfxOptions trusted) throws Exception {
        var tls = new ClientSSLOptions().setTrustOptions(trusted);
        var peer = new WebPeer(
                URI.create("https://127.0.0.1:" + server.port() + "/dicom-web"),
                new Credentials.Bearer(WebClientSide.TOKEN),
                Optional.of(tls));
        var image = OutgoingInstance.of(
                WebClientSide.image("1.2", "1.2.3", 1000), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        return Await.result(
                new DicomWebClient(vertx, peer, WebPatience.DEFAULT, Clock.systemUTC()).store(List.of(image)));
    }

    private StowServer server(PfxOptions certificate) throws Exception {
        var tokens = new BearerTokens(
                Map.of(WebClientSide.TOKEN, host -> new AssociationInfo("AURICLE", "WEB", host, Map.of())));
        var tls = new ServerSSLOptions().setKeyCertOptions(certificate);
        var options = new WebServerOptions("127.0.0.1", 0, "/dicom-web", WebLimits.DEFAULT, Optional.of(tls));
        return Await.result(StowServer.listen(vertx, options, tokens, gathering));
    }

    private PfxOptions certificate(String name, String host) throws Exception {
        var file = folder.resolve(name + ".p12").toString();
        var keytool = new Tool(Path.of(System.getProperty("java.home"), "bin", "keytool"));
        var made = keytool.run(List.of(
                "-genkeypair",
                "-alias",
                name,
                "-dname",
                "CN=" + name,
                "-ext",
                "san=" + host,
                "-keyalg",
                "EC",
                "-storetype",
                "PKCS12",
                "-keystore",
                file,
                "-storepass",
                PASSWORD));
        assertThat(made.exit()).as(made.output()).isZero();
        return new PfxOptions().setPath(file).setPassword(PASSWORD);
    }
}
