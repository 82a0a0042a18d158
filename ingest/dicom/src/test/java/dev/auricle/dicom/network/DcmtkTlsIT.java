package dev.auricle.dicom.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.TestAuthority;
import dev.auricle.dicom.Tool;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.syntax.DicomFile;
import dev.auricle.dicom.tls.ClientTls;
import dev.auricle.dicom.tls.Credential;
import dev.auricle.dicom.tls.ServerTls;
import dev.auricle.dicom.tls.TlsProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With dcmtk over TLS, in both directions. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DcmtkTlsIT {
    private final Loopback loopback = new Loopback();
    private final GatheringScp gathering = new GatheringScp();

    @TempDir
    Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init") // set before each test
    private TestAuthority authority;

    @BeforeEach
    void found() throws Exception {
        authority = new TestAuthority(folder, "authority");
    }

    @AfterEach
    void close() throws InterruptedException, TimeoutException {
        loopback.close();
    }

    /** Non-downgrading, BCP 195, and the extended one, as this dcmtk knows them. */
    @ParameterizedTest
    @ValueSource(strings = {"+py", "+px", "+pz"})
    void echoscu_is_answered_in_each_of_its_profiles(String profile) throws Exception {
        // When
        var result = echoscu(listen(TlsProfile.BCP195), profile, secured(authority.issue("caller")));
        // Then
        assertThat(result.exit()).as(result.output()).isZero();
        assertThat(result.output()).contains("Received Echo Response (Success)");
    }

    @Test
    void echoscu_is_refused_without_a_certificate() throws Exception {
        // When
        var result = echoscu(
                listen(TlsProfile.BCP195),
                "+py",
                List.of("+tla", "+cf", authority.certificate().toString()));
        // Then
        assertThat(result.exit()).as(result.output()).isNotZero();
    }

    @Test
    void echoscu_is_refused_with_a_certificate_of_somebody_else() throws Exception {
        // Given
        var stranger = new TestAuthority(folder, "stranger").issue("intruder");
        // When
        var result = echoscu(listen(TlsProfile.BCP195), "+py", secured(stranger));
        // Then
        assertThat(result.exit()).as(result.output()).isNotZero();
    }

    @ParameterizedTest
    @EnumSource(TlsProfile.class)
    void storescu_stores(TlsProfile profile) throws Exception {
        // Given
        var storescu = Tool.require("storescu");
        int port = listen(profile);
        var file = folder.resolve("image.dcm");
        DicomFile.of(Loopback.image(1, 1_000_000), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)
                .write(file);
        var arguments = new ArrayList<>(secured(authority.issue("caller")));
        arguments.addAll(List.of("127.0.0.1", Integer.toString(port), file.toString()));
        // When
        var result = storescu.run(arguments);
        // Then
        assertThat(result.exit()).as(result.output()).isZero();
        assertThat(gathering.received())
                .singleElement()
                .satisfies(received -> assertThat(received.dataSet().getBytes())
                        .isEqualTo(Loopback.encoded(Loopback.image(1, 1_000_000))));
    }

    @Test
    void storescp_stores_what_we_send_and_refuses_whom_it_does_not_know() throws Exception {
        // Given
        var storescp = Tool.require("storescp");
        int port = Loopback.freePort();
        var arguments = new ArrayList<>(secured(authority.issue("provider")));
        arguments.addAll(List.of("-od", folder.toString(), Integer.toString(port)));
        var process = storescp.start(arguments, Map.of(), folder.resolve("storescp.log"));
        try {
            var clear = new Peer("127.0.0.1", port, "THEIRS", "AURICLE");
            var known = clear.over(client(authority.issue("user")));
            var unknown = clear.over(client(new TestAuthority(folder, "stranger").issue("intruder")));
            loopback.awaitEcho(known);
            var scu = new StoreScu(loopback.network(), AssociationTimeouts.DEFAULT);
            // When
            var stored = Await.result(scu.send(known, List.of(Loopback.small())));
            var refused = Await.result(scu.send(unknown, List.of(Loopback.small())));
            // Then
            assertThat(stored).allMatch(SendOutcome::isStored);
            assertThat(refused).noneMatch(SendOutcome::isStored);
            assertThat(files("MR.")).hasSize(1);
        } finally {
            process.destroy();
        }
    }

    private List<Path> files(String prefix) throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .toList();
        }
    }

    private static Tool.Result echoscu(int port, String profile, List<String> security) throws Exception {
        var arguments = new ArrayList<>(security);
        arguments.addAll(List.of("-v", profile, "127.0.0.1", Integer.toString(port)));
        return Tool.require("echoscu").run(arguments);
    }

    private List<String> secured(Credential own) {
        return List.of(
                "+tls",
                own.key().orElseThrow().toString(),
                own.certificates().toString(),
                "+cf",
                authority.certificate().toString());
    }

    private ClientTls client(Credential own) {
        return new ClientTls(
                Optional.of(own), Optional.of(authority.certificate()), TlsProfile.BCP195, Optional.empty());
    }

    private int listen(TlsProfile profile) throws Exception {
        var tls = new ServerTls(
                authority.issue("server"), Optional.of(authority.certificate()), profile, ServerTls.EVERY_MINUTE);
        return Await.result(loopback.network()
                        .listen(
                                Loopback.options(AssociationLimits.DEFAULT).over(tls),
                                AssociationPolicy.anybody(ContextPolicy.archive()),
                                gathering))
                .port();
    }
}
