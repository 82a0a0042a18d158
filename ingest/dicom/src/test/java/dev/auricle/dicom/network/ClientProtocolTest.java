package dev.auricle.dicom.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.pdu.Abort;
import dev.auricle.dicom.pdu.AssociateAccept;
import dev.auricle.dicom.pdu.AssociationTitles;
import dev.auricle.dicom.pdu.ContextResult;
import dev.auricle.dicom.pdu.Pdu;
import dev.auricle.dicom.pdu.PduEncoder;
import dev.auricle.dicom.pdu.ReleaseRequest;
import dev.auricle.dicom.pdu.UserInformation;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Our user against providers that do what none should. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ClientProtocolTest {
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final AssociationTimeouts IMPATIENT_TO_ASSOCIATE =
            new AssociationTimeouts(Duration.ofSeconds(20), SHORT, Duration.ofSeconds(20));
    private static final AssociationTimeouts IMPATIENT =
            new AssociationTimeouts(Duration.ofSeconds(20), Duration.ofSeconds(20), SHORT);
    private static final AssociationOffer VERIFICATION = AssociationOffer.of(SopClass.VERIFICATION.uid());
    private static final Pdu ACCEPT = new AssociateAccept(
            new AssociationTitles("A", "B"),
            List.of(ContextResult.accepted(1, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN.uid())),
            new UserInformation(List.of()));

    private final Vertx vertx = Vertx.vertx();
    private final DicomNetwork network = new VertxDicomNetwork(vertx);

    @AfterEach
    void close() throws InterruptedException, TimeoutException {
        Await.result(vertx.close());
    }

    @Test
    void a_provider_that_says_nothing_is_given_up() throws Exception {
        var peer = provider(socket -> {});
        assertThat(Await.failure(network.connect(peer, VERIFICATION, IMPATIENT_TO_ASSOCIATE)))
                .isInstanceOf(UnableToExchange.class)
                .hasMessageEndingWith("no answer to the request for association in time");
    }

    @Test
    void a_provider_that_hangs_up_fails_the_association() throws Exception {
        var peer = provider(NetSocket::close);
        assertThat(Await.failure(network.connect(peer, VERIFICATION, AssociationTimeouts.DEFAULT)))
                .isInstanceOf(UnableToExchange.class)
                .hasMessageEndingWith("closed the connection");
    }

    @Test
    void a_provider_that_speaks_something_else_fails_the_association() throws Exception {
        var peer = provider(socket -> socket.write("HTTP/1.1 400 Bad Request\r\n\r\n"));
        assertThat(Await.failure(network.connect(peer, VERIFICATION, AssociationTimeouts.DEFAULT)))
                .isInstanceOf(UnableToExchange.class)
                .hasMessageEndingWith("sent a PDU of type 72");
    }

    @Test
    void an_abort_names_its_reason() throws Exception {
        var peer = provider(socket -> socket.write(PduEncoder.encode(Abort.UNEXPECTED_PDU)));
        assertThat(Await.failure(network.connect(peer, VERIFICATION, AssociationTimeouts.DEFAULT)))
                .hasMessageEndingWith("aborted: unexpected PDU");
    }

    @Test
    void an_operation_without_an_answer_ends_the_association() throws Exception {
        // Given
        var association = Await.result(
                network.connect(provider(socket -> socket.write(PduEncoder.encode(ACCEPT))), VERIFICATION, IMPATIENT));
        // When
        var failure = Await.failure(association.echo());
        // Then
        assertThat(failure).isInstanceOf(UnableToExchange.class).hasMessageEndingWith("no answer in time");
        assertThat(Await.failure(association.echo())).hasMessageStartingWith("the association is over");
    }

    @Test
    void a_provider_that_stops_reading_is_given_up() throws Exception {
        // Given
        var association = Await.result(network.connect(
                provider(socket -> {
                    socket.write(PduEncoder.encode(ACCEPT));
                    socket.pause();
                }),
                VERIFICATION,
                IMPATIENT));
        var endless = Future.succeededFuture(Optional.of(Buffer.buffer(new byte[1 << 20])));
        var instance = new OutgoingInstance(
                SopClass.VERIFICATION.uid(),
                "1.2",
                TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN.uid(),
                () -> () -> endless);
        // When
        var failure = Await.failure(association.store(instance));
        // Then
        assertThat(failure).isInstanceOf(UnableToExchange.class).hasMessageEndingWith("stopped taking a data set");
    }

    @Test
    void a_provider_that_releases_ends_what_is_going_on() throws Exception {
        // Given
        var association = Await.result(network.connect(
                provider(socket -> socket.write(Buffer.buffer()
                        .appendBuffer(PduEncoder.encode(ACCEPT))
                        .appendBuffer(PduEncoder.encode(new ReleaseRequest())))),
                VERIFICATION,
                AssociationTimeouts.DEFAULT));
        // When
        var failure = Await.failure(association.echo());
        // Then
        assertThat(failure).isInstanceOf(UnableToExchange.class);
    }

    /** Listens, and does this as soon as something comes in, and nothing afterwards. */
    private Peer provider(Consumer<NetSocket> behaviour) throws InterruptedException, TimeoutException {
        var server = Await.result(vertx.createNetServer()
                .connectHandler(socket -> socket.handler(request -> {
                    socket.handler(more -> {});
                    behaviour.accept(socket);
                }))
                .listen(0, "127.0.0.1"));
        return new Peer("127.0.0.1", server.actualPort(), "A", "B");
    }
}
