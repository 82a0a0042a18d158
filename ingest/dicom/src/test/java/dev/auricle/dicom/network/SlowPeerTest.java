package dev.auricle.dicom.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.pdu.Fragment;
import dev.auricle.dicom.pdu.PduEncoder;
import dev.auricle.dicom.pdu.PdvHeader;
import dev.auricle.dicom.pdu.ReleaseRequest;
import dev.auricle.dicom.pdu.ReleaseResponse;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Peers that say and hear a few bytes at a time, or nothing: nobody else suffers, and nothing is heaped up for them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SlowPeerTest {
    private static final int QUESTIONS = 200_000;
    private static final int PIECES = 512;
    private static final int PIECE = 1 << 15;

    private final Loopback loopback = new Loopback();
    private final GatheringScp gathering = new GatheringScp();

    @AfterEach
    void close() throws InterruptedException, TimeoutException {
        loopback.close();
    }

    @Test
    void a_peer_that_writes_byte_by_byte_is_served_and_others_meanwhile() throws Exception {
        // Given
        var server = loopback.listen(AssociationLimits.DEFAULT, gathering);
        var image = Loopback.encoded(Loopback.image(1, 2000));
        var stream = PduEncoder.encode(RawPeer.request())
                .appendBuffer(PdvWriter.command(
                        3,
                        Command.storeRequest(
                                1, new OutgoingInstance(RawPeer.MR, "1.2.1", RawPeer.IMPLICIT, InstanceSource::of)),
                        0))
                .appendBuffer(dataSet(image));
        try (var slow = new RawPeer(server.port())) {
            int half = stream.length() / 2;
            for (int i = 0; i < half; i++) {
                slow.send(stream.slice(i, i + 1));
            }
            // When
            var others = Await.result(new StoreScu(loopback.network(), AssociationTimeouts.DEFAULT)
                    .send(
                            Loopback.peer(server),
                            IntStream.rangeClosed(2, 21)
                                    .mapToObj(number -> OutgoingInstance.of(
                                            Loopback.image(number, 1000), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN))
                                    .toList()));
            // Then
            assertThat(others).hasSize(20).allMatch(SendOutcome::isStored);
            for (int i = half; i < stream.length(); i++) {
                slow.send(stream.slice(i, i + 1));
            }
            slow.receive();
            assertThat(slow.receive()).get().isInstanceOf(Fragment.class);
            assertThat(gathering.received()).hasSize(21);
        }
    }

    @Test
    void a_peer_that_asks_and_never_listens_is_not_read_until_it_does() throws Exception {
        // Given
        var server = loopback.listen(AssociationLimits.DEFAULT, gathering);
        try (var peer = new RawPeer(server.port())) {
            peer.send(RawPeer.request());
            peer.receive();
            // When
            var asking = new Thread(() -> ask(peer));
            asking.start();
            // Then: it cannot say everything before it hears something
            asking.join(2000);
            assertThat(asking.isAlive()).isTrue();
            int answers = 0;
            while (answers < QUESTIONS) {
                answers += ((Fragment) peer.receive().orElseThrow()).last() ? 1 : 0;
            }
            asking.join();
            peer.send(new ReleaseRequest());
            assertThat(peer.receive()).contains(new ReleaseResponse());
        }
    }

    @Test
    void a_provider_that_reads_a_few_bytes_at_a_time_gets_everything_and_its_source_is_not_hurried() throws Exception {
        // Given
        var mayRead = new CountDownLatch(1);
        var asked = new AtomicInteger();
        InstanceSource source = () -> Future.succeededFuture(
                asked.getAndIncrement() < PIECES ? Optional.of(Buffer.buffer(new byte[PIECE])) : Optional.empty());
        try (var provider = new SlowProvider(mayRead)) {
            var association = Await.result(
                    loopback.network().connect(provider.peer(), Loopback.CONTEXTS, AssociationTimeouts.DEFAULT));
            // When
            var stored = association.store(new OutgoingInstance(Loopback.MR, "1.2", Loopback.EXPLICIT, () -> source));
            var echoed = association.echo();
            // Then: no more is asked of the source than the two ends of the socket hold
            Await.until(() -> asked.get() > 0);
            assertThat(asked).hasValueLessThan(PIECES);
            mayRead.countDown();
            assertThat(Await.result(stored)).isEqualTo(DimseStatus.SUCCESS);
            assertThat(Await.result(echoed)).isEqualTo(DimseStatus.SUCCESS);
            assertThat(provider.bytes()).isEqualTo((long) PIECES * PIECE);
        }
    }

    @Test
    void a_peer_that_never_listens_is_left_in_the_end() throws Exception {
        // Given
        var limits = new AssociationLimits(
                10, 1 << 16, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(60));
        var server = loopback.listen(limits, gathering);
        try (var peer = new RawPeer(server.port())) {
            peer.send(RawPeer.request());
            peer.receive();
            // When
            var asking = new Thread(() -> ask(peer));
            asking.setUncaughtExceptionHandler((thread, brokenPipe) -> {});
            asking.start();
            // Then
            Await.until(() -> server.associations() == 0);
            asking.join();
        }
    }

    private static void ask(RawPeer peer) {
        var echo = PdvWriter.command(1, Command.echoRequest(1), 0);
        var many = Buffer.buffer();
        for (int i = 0; i < 1000; i++) {
            many.appendBuffer(echo);
        }
        try {
            for (int i = 0; i < QUESTIONS / 1000; i++) {
                peer.send(many);
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static Buffer dataSet(byte[] encoded) {
        var unit = Buffer.buffer();
        new PdvHeader(3, Fragment.Kind.DATA_SET, encoded.length, true).appendTo(unit);
        return unit.appendBytes(encoded);
    }
}
