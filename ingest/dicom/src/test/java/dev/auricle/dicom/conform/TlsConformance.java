package dev.auricle.dicom.conform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.TestAuthority;
import dev.auricle.dicom.network.Association;
import dev.auricle.dicom.network.AssociationLimits;
import dev.auricle.dicom.network.AssociationPolicy;
import dev.auricle.dicom.network.AssociationTimeouts;
import dev.auricle.dicom.network.Await;
import dev.auricle.dicom.network.ContextPolicy;
import dev.auricle.dicom.network.DicomNetwork;
import dev.auricle.dicom.network.DicomServer;
import dev.auricle.dicom.network.DimseStatus;
import dev.auricle.dicom.network.GatheringScp;
import dev.auricle.dicom.network.Loopback;
import dev.auricle.dicom.network.SendOutcome;
import dev.auricle.dicom.network.StoreScu;
import dev.auricle.dicom.network.UnableToConnect;
import dev.auricle.dicom.network.UnableToExchange;
import dev.auricle.dicom.tls.ClientTls;
import dev.auricle.dicom.tls.Credential;
import dev.auricle.dicom.tls.ServerTls;
import dev.auricle.dicom.tls.TlsProfile;
import dev.auricle.dicom.tls.UnableToUseCertificate;
import io.netty.pkitesting.CertificateBuilder;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whom every {@link DicomNetwork} lets through TLS and whom it does not, and why. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class TlsConformance {
    private final Vertx vertx = Vertx.vertx();
    private final DicomNetwork network = network(vertx);
    private final GatheringScp gathering = new GatheringScp();

    @TempDir
    Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init") // set before each test
    private TestAuthority authority;

    /** The network that is to conform. */
    protected abstract DicomNetwork network(Vertx vertx);

    /**
     * What a caller says of an alert that it is refused with. In TLS 1.3 it comes when the caller takes itself for
     * connected, and who is writing then may only notice that the connection is over.
     */
    protected String heard(String alert) {
        return alert;
    }

    @BeforeEach
    void found() throws Exception {
        authority = new TestAuthority(folder, "authority");
    }

    @AfterEach
    void close() throws InterruptedException, TimeoutException {
        Await.result(vertx.close());
    }

    @ParameterizedTest
    @EnumSource(TlsProfile.class)
    void instances_go_over_tls_with_certificates_on_both_ends(TlsProfile profile) throws Exception {
        // Given
        var server = listen(new ServerTls(
                authority.issue("server"), Optional.of(authority.certificate()), profile, ServerTls.EVERY_MINUTE));
        var client = new ClientTls(
                Optional.of(authority.issuePkcs12("client", "changeit")),
                Optional.of(authority.certificate()),
                profile,
                Optional.empty());
        // When
        var outcomes = Await.result(new StoreScu(network, AssociationTimeouts.DEFAULT)
                .send(Loopback.peer(server).over(client), List.of(Loopback.small(), Loopback.big())));
        // Then
        assertThat(outcomes).hasSize(2).allMatch(SendOutcome::isStored);
        assertThat(gathering.received()).hasSize(2);
    }

    @Test
    void a_caller_without_a_certificate_is_refused() throws Exception {
        // Given
        var server = listen(mutual());
        // When
        var failure = failure(server, client(Optional.empty(), authority));
        // Then
        assertThat(failure).isInstanceOf(UnableToExchange.class).hasMessageContaining(heard("alert bad_certificate"));
        assertThat(server.associations()).isZero();
    }

    @Test
    void a_caller_whose_certificate_is_signed_by_somebody_else_is_refused() throws Exception {
        // Given
        var server = listen(mutual());
        var stranger = new TestAuthority(folder, "stranger").issue("intruder");
        // When
        var failure = failure(server, client(Optional.of(stranger), authority));
        // Then
        assertThat(failure).isInstanceOf(UnableToExchange.class).hasMessageContaining(heard("the TLS alert "));
        assertThat(server.associations()).isZero();
    }

    @Test
    void a_caller_needs_no_certificate_where_the_server_asks_for_none() throws Exception {
        // Given
        var server = listen(
                new ServerTls(authority.issue("server"), Optional.empty(), TlsProfile.BCP195, ServerTls.EVERY_MINUTE));
        // When
        var status = echo(server, client(Optional.empty(), authority));
        // Then
        assertThat(status).isEqualTo(DimseStatus.SUCCESS);
    }

    @Test
    void a_server_that_nobody_trusted_vouches_for_is_not_spoken_to() throws Exception {
        // Given
        var server = listen(mutual());
        // When
        var failure = failure(server, client(Optional.empty(), new TestAuthority(folder, "other")));
        // Then
        assertThat(failure)
                .isInstanceOf(UnableToConnect.class)
                .hasMessageEndingWith("the peer's certificate is signed by nobody who is trusted");
    }

    @Test
    void a_certificate_for_another_host_is_refused_unless_its_name_is_the_expected_one() throws Exception {
        // Given
        var elsewhere = authority.issue(
                "pacs",
                certificate ->
                        new CertificateBuilder().subject("CN=pacs.example").ecp256());
        var server = listen(new ServerTls(elsewhere, Optional.empty(), TlsProfile.BCP195, ServerTls.EVERY_MINUTE));
        var trusted = Optional.of(authority.certificate());
        var expecting = new ClientTls(Optional.empty(), trusted, TlsProfile.BCP195, Optional.of("pacs.example"));
        // When
        var failure = failure(server, client(Optional.empty(), authority));
        // Then
        assertThat(failure)
                .isInstanceOf(UnableToConnect.class)
                .hasMessageContaining("the peer's certificate is for another host");
        assertThat(echo(server, expecting)).isEqualTo(DimseStatus.SUCCESS);
    }

    @Test
    void a_peer_that_does_not_speak_tls_is_named_as_such() throws Exception {
        // Given
        var clear = Await.result(network.listen(
                Loopback.options(AssociationLimits.DEFAULT),
                AssociationPolicy.anybody(ContextPolicy.archive()),
                gathering));
        // When
        var failure = failure(clear, client(Optional.empty(), authority));
        // Then
        assertThat(failure).isInstanceOf(UnableToConnect.class).hasMessageEndingWith("the peer does not speak TLS");
    }

    @ParameterizedTest
    @CsvSource({
        "BCP195, TLSv1.2, TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, true",
        "BCP195, TLSv1.2, TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256, false",
        "MODIFIED_BCP195, TLSv1.2, TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256, true",
        "BCP195, TLSv1.2, TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384, false",
        "BCP195, TLSv1.2, TLS_RSA_WITH_AES_256_GCM_SHA384, false",
        "MODIFIED_BCP195, TLSv1.2, TLS_DHE_RSA_WITH_AES_256_GCM_SHA384, false",
        "BCP195, TLSv1.3, TLS_AES_128_GCM_SHA256, true"
    })
    void a_profile_takes_its_own_cipher_suites_only(TlsProfile profile, String protocol, String suite, boolean taken)
            throws Exception {
        // Given
        var server = listen(new ServerTls(
                authority.issue("server", CertificateBuilder::rsa2048),
                Optional.empty(),
                profile,
                ServerTls.EVERY_MINUTE));
        var context = SSLContext.getInstance("TLS");
        context.init(
                null,
                client(Optional.empty(), authority)
                        .trustManagers()
                        .orElseThrow()
                        .getTrustManagers(),
                null);
        try (var socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", server.port())) {
            socket.setSoTimeout(20_000);
            socket.setEnabledProtocols(new String[] {protocol});
            socket.setEnabledCipherSuites(new String[] {suite});
            // When
            boolean spoken = shakesHands(socket);
            // Then
            assertThat(spoken).isEqualTo(taken);
        }
    }

    @Test
    void a_renewed_certificate_is_shown_to_new_callers_while_associations_go_on() throws Exception {
        // Given
        var server = listen(
                new ServerTls(authority.issue("server"), Optional.empty(), TlsProfile.BCP195, Duration.ofMillis(20)));
        var before = client(Optional.empty(), authority);
        var association = connect(server, before);
        var successor = new TestAuthority(folder, "successor");
        var after = client(Optional.empty(), successor);
        // When
        successor.issue("server");
        // Then
        Await.until(() -> succeeds(server, after));
        assertThat(Await.result(association.echo())).isEqualTo(DimseStatus.SUCCESS);
        assertThat(failure(server, before)).isInstanceOf(UnableToConnect.class);
    }

    @Test
    void damaged_files_leave_the_certificate_before_in_use() throws Exception {
        // Given
        var credential = authority.issue("server");
        var server = listen(new ServerTls(credential, Optional.empty(), TlsProfile.BCP195, Duration.ofMillis(1)));
        var client = client(Optional.empty(), authority);
        // When
        Files.writeString(credential.certificates(), "a disk that was full");
        // Then
        var echoes = new AtomicInteger();
        Await.until(() -> succeeds(server, client) && echoes.incrementAndGet() == 5);
        authority.issue("server");
        assertThat(echo(server, client)).isEqualTo(DimseStatus.SUCCESS);
    }

    @Test
    void a_caller_reads_its_own_renewed_certificate_too() throws Exception {
        // Given
        var server = listen(mutual());
        var stranger = new TestAuthority(folder, "stranger");
        var client = client(Optional.of(stranger.issue("client")), authority);
        var refused = failure(server, client);
        // When
        authority.issue("client");
        // Then
        assertThat(refused).isInstanceOf(UnableToExchange.class);
        assertThat(echo(server, client)).isEqualTo(DimseStatus.SUCCESS);
    }

    @Test
    void a_server_does_not_begin_with_a_certificate_that_nobody_would_believe() throws Exception {
        // Given
        var old = authority.issue(
                "old",
                certificate -> certificate
                        .notBefore(Instant.now().minusSeconds(200_000))
                        .notAfter(Instant.now().minusSeconds(100_000)));
        // When
        var failure = Await.failure(network.listen(
                Loopback.options(AssociationLimits.DEFAULT)
                        .over(new ServerTls(old, Optional.empty(), TlsProfile.BCP195, ServerTls.EVERY_MINUTE)),
                AssociationPolicy.anybody(ContextPolicy.archive()),
                gathering));
        // Then
        assertThat(failure)
                .isInstanceOf(UnableToUseCertificate.class)
                .hasMessageContaining("old.pem: the certificate has expired on ");
    }

    @Test
    void a_caller_whose_files_are_gone_says_so() throws Exception {
        // Given
        var server = listen(mutual());
        var absent = new Credential(folder.resolve("absent.pem"), Optional.of(folder.resolve("absent.key")), "");
        // When
        var failure = failure(server, client(Optional.of(absent), authority));
        // Then
        assertThat(failure).isInstanceOf(UnableToUseCertificate.class).hasMessageContaining("absent.pem");
    }

    private ServerTls mutual() throws Exception {
        return new ServerTls(
                authority.issue("server"),
                Optional.of(authority.certificate()),
                TlsProfile.BCP195,
                ServerTls.EVERY_MINUTE);
    }

    private static ClientTls client(Optional<Credential> credential, TestAuthority trusted) {
        return new ClientTls(credential, Optional.of(trusted.certificate()), TlsProfile.BCP195, Optional.empty());
    }

    private DicomServer listen(ServerTls tls) throws InterruptedException, TimeoutException {
        return Await.result(network.listen(
                Loopback.options(AssociationLimits.DEFAULT).over(tls),
                AssociationPolicy.anybody(ContextPolicy.archive()),
                gathering));
    }

    private Association connect(DicomServer server, ClientTls tls) throws InterruptedException, TimeoutException {
        return Await.result(
                network.connect(Loopback.peer(server).over(tls), Loopback.CONTEXTS, AssociationTimeouts.DEFAULT));
    }

    private DimseStatus echo(DicomServer server, ClientTls tls) throws InterruptedException, TimeoutException {
        return Await.result(connect(server, tls).echo());
    }

    private Throwable failure(DicomServer server, ClientTls tls) throws InterruptedException, TimeoutException {
        return Await.failure(
                network.connect(Loopback.peer(server).over(tls), Loopback.CONTEXTS, AssociationTimeouts.DEFAULT));
    }

    private boolean succeeds(DicomServer server, ClientTls tls) {
        return network.connect(Loopback.peer(server).over(tls), Loopback.CONTEXTS, AssociationTimeouts.DEFAULT)
                .compose(Association::release)
                .toCompletionStage()
                .handle((done, cause) -> cause == null)
                .toCompletableFuture()
                .join();
    }

    private static boolean shakesHands(SSLSocket socket) throws IOException {
        try {
            socket.startHandshake();
            return true;
        } catch (SSLHandshakeException refused) {
            return false;
        }
    }
}
