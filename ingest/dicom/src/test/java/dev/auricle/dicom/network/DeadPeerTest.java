package dev.auricle.dicom.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.pdu.AssociateAccept;
import dev.auricle.dicom.pdu.AssociateReject;
import dev.auricle.dicom.pdu.AssociationTitles;
import dev.auricle.dicom.pdu.ContextResult;
import dev.auricle.dicom.pdu.Fragment;
import dev.auricle.dicom.pdu.Pdu;
import dev.auricle.dicom.pdu.PduEncoder;
import dev.auricle.dicom.pdu.PdvHeader;
import dev.auricle.dicom.pdu.ReleaseRequest;
import dev.auricle.dicom.pdu.ReleaseResponse;
import dev.auricle.dicom.pdu.UserInformation;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * The connection is cut in each state in which anybody waits for anybody (3, 8, 10 and 12 are passed through at once): the
 * other end is idle again, and nothing of the association is left.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DeadPeerTest {
    private static final Pdu ACCEPT = new AssociateAccept(
            new AssociationTitles("A", "B"),
            List.of(ContextResult.accepted(1, RawPeer.IMPLICIT), ContextResult.accepted(3, Loopback.EXPLICIT)),
            new UserInformation(List.of()));

    private final Vertx vertx = Vertx.vertx();
    private final DicomNetwork network = new VertxDicomNetwork(vertx);
    private final Promise<Void> written = Promise.promise();
    private final Promise<DimseStatus> stored = Promise.promise();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final DelegatingSink sink = new DelegatingSink(fragment -> written.future(), () -> {
        ended.set(true);
        return stored.future();
    });

    @AfterEach
    void close() throws InterruptedException, TimeoutException {
        Await.result(vertx.close());
    }

    @Test
    void a_provider_is_left_before_the_request_2() throws Exception {
        cut(peer -> {});
    }

    @Test
    void a_provider_is_left_between_two_messages_6() throws Exception {
        cut(peer -> {
            peer.send(RawPeer.request());
            peer.receive();
        });
    }

    @Test
    void a_provider_is_left_in_the_middle_of_a_command_6() throws Exception {
        cut(peer -> {
            peer.send(RawPeer.request());
            peer.receive();
            var command = PdvWriter.command(3, Command.storeRequest(1, instance()), 0);
            peer.send(command.slice(0, command.length() - 1));
        });
    }

    @Test
    void a_provider_is_left_in_the_middle_of_an_instance_6() throws Exception {
        // Given
        written.complete();
        // When
        cut(peer -> begin(peer, 10, 1000));
        // Then
        Await.until(() -> sink.aborted().size() == 1);
    }

    /** A socket that is not read does not tell its end; it is seen as soon as the sink goes on. */
    @Test
    void a_provider_is_left_while_its_sink_makes_it_wait_6() throws Exception {
        // When
        cut(
                peer -> {
                    begin(peer, 1000, 2000);
                    until(() -> sink.writes() == 1);
                },
                written::complete);
        // Then
        Await.until(() -> sink.aborted().size() == 1);
    }

    /** The instance is the sink's already: whether it is stored is the sink's to say, and nobody's to hear. */
    @Test
    void a_provider_is_left_while_it_owes_an_answer_6() throws Exception {
        // Given
        written.complete();
        // When
        cut(peer -> {
            begin(peer, 1000, 1000);
            until(ended::get);
        });
        // Then
        stored.complete(DimseStatus.SUCCESS);
        assertThat(sink.aborted()).isEmpty();
    }

    @Test
    void a_provider_is_left_after_it_agreed_to_a_release_13() throws Exception {
        cut(peer -> {
            peer.send(RawPeer.request());
            peer.receive();
            peer.send(new ReleaseRequest());
            assertThat(peer.receive()).contains(new ReleaseResponse());
        });
    }

    @Test
    void a_provider_is_left_after_it_aborted_13() throws Exception {
        cut(peer -> {
            peer.send(AssociateReject.NO_REASON_GIVEN);
            peer.receive();
        });
    }

    @Test
    void a_user_is_left_before_the_answer_to_its_request_5() throws Exception {
        var peer = provider(List.of(NetSocket::close));
        assertThat(Await.failure(connect(peer))).isInstanceOf(UnableToExchange.class);
    }

    @Test
    void a_user_finds_nobody_4() throws Exception {
        assertThat(Await.failure(connect(Loopback.nobody()))).isInstanceOf(UnableToConnect.class);
    }

    @Test
    void a_user_is_left_while_it_waits_for_an_answer_6() throws Exception {
        var association = Await.result(connect(provider(List.of(accepting(), NetSocket::close))));
        assertThat(Await.failure(association.echo())).isInstanceOf(UnableToExchange.class);
    }

    @Test
    void a_user_is_left_while_it_sends_an_instance_6() throws Exception {
        var association = Await.result(connect(provider(List.of(accepting(), NetSocket::close))));
        assertThat(Await.failure(association.store(Loopback.big()))).isInstanceOf(UnableToExchange.class);
        assertThat(Await.failure(association.store(Loopback.small()))).isInstanceOf(UnableToExchange.class);
    }

    @Test
    void a_user_is_left_while_it_waits_for_the_end_7() throws Exception {
        var association = Await.result(connect(provider(List.of(accepting(), NetSocket::close))));
        assertThat(Await.failure(association.release())).isInstanceOf(UnableToExchange.class);
    }

    @Test
    void a_user_is_left_after_both_asked_for_the_end_11() throws Exception {
        // Given: the peer asks for release when we do, takes our agreement, and dies instead of agreeing
        var association =
                Await.result(connect(provider(List.of(accepting(), saying(new ReleaseRequest()), NetSocket::close))));
        // When
        var failure = Await.failure(association.release());
        // Then
        assertThat(failure).isInstanceOf(UnableToExchange.class);
    }

    @Test
    void a_release_that_both_ask_for_comes_to_its_end() throws Exception {
        // Given
        var association = Await.result(
                connect(provider(List.of(accepting(), saying(new ReleaseRequest()), saying(new ReleaseResponse())))));
        // When
        var released = association.release();
        // Then
        Await.result(released);
    }

    private interface Conversation {
        void with(RawPeer peer) throws IOException;
    }

    private void cut(Conversation conversation) throws Exception {
        cut(conversation, () -> {});
    }

    /** After the cut there is no association and no connection: the server closes at once. */
    private void cut(Conversation conversation, Runnable afterwards) throws Exception {
        var limits = new AssociationLimits(
                10, 1 << 16, Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofSeconds(60));
        var server = Await.result(network.listen(
                new ServerOptions("127.0.0.1", 0, limits),
                AssociationPolicy.anybody(ContextPolicy.archive()),
                request -> sink));
        try (var peer = new RawPeer(server.port())) {
            conversation.with(peer);
        }
        afterwards.run();
        Await.until(() -> server.associations() == 0);
        Await.result(server.close());
    }

    private static void begin(RawPeer peer, int sent, int announced) throws IOException {
        peer.send(RawPeer.request());
        peer.receive();
        peer.send(PdvWriter.command(3, Command.storeRequest(1, instance()), 0));
        var begun = Buffer.buffer();
        new PdvHeader(3, Fragment.Kind.DATA_SET, announced, true).appendTo(begun);
        peer.send(begun.appendBytes(new byte[sent]));
    }

    private static OutgoingInstance instance() {
        return new OutgoingInstance(RawPeer.MR, "1.2", RawPeer.IMPLICIT, InstanceSource::of);
    }

    private static void until(BooleanSupplier condition) {
        try {
            Await.until(condition);
        } catch (TimeoutException late) {
            throw new AssertionError(late);
        }
    }

    private Future<Association> connect(Peer peer) {
        return network.connect(peer, Loopback.CONTEXTS, AssociationTimeouts.DEFAULT);
    }

    private static Consumer<NetSocket> accepting() {
        return saying(ACCEPT);
    }

    private static Consumer<NetSocket> saying(Pdu unit) {
        return socket -> socket.write(PduEncoder.encode(unit));
    }

    /** Does one thing after the other, each when something comes in. */
    private Peer provider(List<Consumer<NetSocket>> doings) throws InterruptedException, TimeoutException {
        var server = Await.result(vertx.createNetServer()
                .connectHandler(socket -> {
                    var left = doings.iterator();
                    socket.handler(something -> {
                        if (left.hasNext()) {
                            left.next().accept(socket);
                        }
                    });
                })
                .listen(0, "127.0.0.1"));
        return new Peer("127.0.0.1", server.actualPort(), "A", "B");
    }
}
