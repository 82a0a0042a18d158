package dev.auricle.dicom.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.dictionary.Vr;
import dev.auricle.dicom.pdu.AssociateReject;
import dev.auricle.dicom.pdu.ProposedContext;
import dev.auricle.dicom.syntax.DataSetWriter;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our user against our provider. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LoopbackTest {
    private static final String MR = SopClass.MR_IMAGE.uid();
    private static final String EXPLICIT = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN.uid();
    private static final List<ProposedContext> CONTEXTS = List.of(
            new ProposedContext(
                    1, SopClass.VERIFICATION.uid(), List.of(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN.uid())),
            new ProposedContext(3, MR, List.of(EXPLICIT)));

    private final Vertx vertx = Vertx.vertx();
    private final DicomNetwork network = new VertxDicomNetwork(vertx);
    private final GatheringScp gathering = new GatheringScp();

    @AfterEach
    void close() throws InterruptedException, TimeoutException {
        Await.result(vertx.close());
    }

    @Test
    void an_echo_is_answered() throws Exception {
        // Given
        var association = connect(listen(AssociationLimits.DEFAULT, gathering));
        // When
        var status = Await.result(association.echo());
        // Then
        assertThat(status).isEqualTo(StoreStatus.SUCCESS);
        Await.result(association.release());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 4090, 4092, 131066, 131068, 1_000_000})
    void an_instance_arrives_as_it_was_sent(int pixels) throws Exception {
        // Given
        var association = connect(listen(AssociationLimits.DEFAULT, gathering));
        var image = image(1, pixels);
        // When
        var status =
                Await.result(association.store(OutgoingInstance.of(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)));
        // Then
        assertThat(status).isEqualTo(StoreStatus.SUCCESS);
        var received = gathering.received().get(0);
        assertThat(received.dataSet().getBytes()).isEqualTo(encoded(image));
        assertThat(received.request().sopClass()).isEqualTo(MR);
        assertThat(received.request().transferSyntax()).isEqualTo(EXPLICIT);
        assertThat(received.request().association().callingAe()).isEqualTo("SENDER");
    }

    @Test
    void units_are_no_longer_than_the_provider_takes_them() throws Exception {
        // Given: a provider that aborts what is longer
        var limits =
                new AssociationLimits(10, 4096, Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5));
        var association = connect(listen(limits, gathering));
        // When
        var status = Await.result(
                association.store(OutgoingInstance.of(image(1, 50_000), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)));
        // Then
        assertThat(status).isEqualTo(StoreStatus.SUCCESS);
    }

    @Test
    void pieces_of_any_length_make_one_data_set() throws Exception {
        // Given
        var association = connect(listen(AssociationLimits.DEFAULT, gathering));
        var random = new Random(7);
        var whole = Buffer.buffer(encoded(image(1, 700_000)));
        var pieces = new ArrayList<Buffer>();
        for (int start = 0;
                start < whole.length();
                start += pieces.get(pieces.size() - 1).length()) {
            pieces.add(whole.slice(start, Math.min(whole.length(), start + 1 + random.nextInt(90_000))));
        }
        var source = InstanceSource.of(pieces.toArray(Buffer[]::new));
        // When
        Await.result(association.store(new OutgoingInstance(MR, "1.2", EXPLICIT, () -> source)));
        // Then
        assertThat(gathering.received().get(0).dataSet()).isEqualTo(whole);
    }

    @Test
    void a_slow_sink_is_given_one_piece_at_a_time() throws Exception {
        // Given: a sink that completes each write in another thread, and notes whether two were ever open
        var open = new AtomicInteger();
        var most = new AtomicInteger();
        var bytes = new AtomicInteger();
        var sink = sink(fragment -> {
            most.accumulateAndGet(open.incrementAndGet(), Math::max);
            bytes.addAndGet(fragment.length());
            var written = Promise.<Void>promise();
            new Thread(() -> {
                        open.decrementAndGet();
                        written.complete();
                    })
                    .start();
            return written.future();
        });
        var association = connect(listen(AssociationLimits.DEFAULT, request -> sink));
        // When
        var status = Await.result(association.store(big()));
        // Then
        assertThat(status).isEqualTo(StoreStatus.SUCCESS);
        assertThat(most).hasValue(1);
        assertThat(bytes).hasValue(64 << 20);
    }

    @Test
    void a_sink_that_waits_stops_its_sender_and_nobody_else() throws Exception {
        // Given
        var gate = Promise.<Void>promise();
        var writes = new AtomicInteger();
        var sink = sink(fragment -> {
            writes.incrementAndGet();
            return gate.future();
        });
        var server = listen(AssociationLimits.DEFAULT, request -> sink);
        var stuck = connect(server).store(big());
        Await.until(() -> writes.get() > 0);
        // When
        var echo = Await.result(connect(server).echo());
        // Then
        assertThat(echo).isEqualTo(StoreStatus.SUCCESS);
        assertThat(writes).hasValue(1);
        assertThat(stuck.isComplete()).isFalse();
        gate.complete();
        assertThat(Await.result(stuck)).isEqualTo(StoreStatus.SUCCESS);
    }

    @Test
    void the_status_of_a_sink_is_the_answer() throws Exception {
        // Given
        var status = StoreStatus.OUT_OF_RESOURCES.because("log not writable");
        var sink = new DelegatingSink(fragment -> Future.succeededFuture(), () -> Future.succeededFuture(status));
        var association = connect(listen(AssociationLimits.DEFAULT, request -> sink));
        // When
        var answer = Await.result(association.store(small()));
        // Then
        assertThat(answer).isEqualTo(status);
        assertThat(answer.isSuccess()).isFalse();
    }

    @Test
    void a_sink_that_cannot_write_is_aborted_and_its_status_is_the_answer() throws Exception {
        // Given
        var sink = sink(fragment -> Future.failedFuture(new UnableToStore(StoreStatus.OUT_OF_RESOURCES)));
        var association = connect(listen(AssociationLimits.DEFAULT, request -> sink));
        // When
        var first = Await.result(association.store(big()));
        // Then
        assertThat(first).isEqualTo(StoreStatus.OUT_OF_RESOURCES);
        assertThat(sink.aborted()).hasSize(1);
        assertThat(Await.result(association.echo())).isEqualTo(StoreStatus.SUCCESS);
    }

    @Test
    void what_a_provider_throws_is_a_processing_failure() throws Exception {
        // Given
        var association = connect(listen(AssociationLimits.DEFAULT, request -> {
            throw new IllegalStateException("a mistake of the application");
        }));
        // When
        var status = Await.result(association.store(small()));
        // Then
        assertThat(status).isEqualTo(StoreStatus.PROCESSING_FAILURE);
    }

    @Test
    void an_association_that_dies_in_the_middle_aborts_the_sink() throws Exception {
        // Given: a source that gives one piece and then nothing
        var association = connect(listen(AssociationLimits.DEFAULT, gathering));
        var pieces = List.of(
                        Future.succeededFuture(Optional.of(Buffer.buffer(new byte[400_000]))),
                        Promise.<Optional<Buffer>>promise().future())
                .iterator();
        var stored = association.store(new OutgoingInstance(MR, "1.2", EXPLICIT, () -> pieces::next));
        // When
        association.abort();
        // Then
        assertThat(Await.failure(stored)).isInstanceOf(UnableToExchange.class);
        Await.until(() -> gathering.aborted().size() == 1);
        assertThat(gathering.received()).isEmpty();
    }

    @Test
    void a_data_set_that_cannot_be_had_costs_nothing_else() throws Exception {
        // Given
        var association = connect(listen(AssociationLimits.DEFAULT, gathering));
        var missing = new OutgoingInstance(MR, "1.2", EXPLICIT, () -> {
            throw new IllegalStateException("no such file");
        });
        // When
        var failure = Await.failure(association.store(missing));
        // Then
        assertThat(failure).hasMessage("no such file");
        assertThat(Await.result(association.store(small()))).isEqualTo(StoreStatus.SUCCESS);
    }

    @Test
    void a_source_that_fails_ends_the_association() throws Exception {
        // Given
        var association = connect(listen(AssociationLimits.DEFAULT, gathering));
        InstanceSource broken = () -> Future.failedFuture(new IllegalStateException("disk"));
        // When
        var stored = association.store(new OutgoingInstance(MR, "1.2", EXPLICIT, () -> broken));
        // Then
        assertThat(Await.failure(stored)).isInstanceOf(UnableToExchange.class);
        assertThat(Await.failure(association.echo())).isInstanceOf(UnableToExchange.class);
    }

    @Test
    void a_policy_knows_who_calls_and_says_no_with_a_reason() throws Exception {
        // Given
        AssociationPolicy policy = proposal -> proposal.calledAe().equals("RECEIVER")
                ? new AssociationDecision.Reject(AssociateReject.CALLING_AE_TITLE_NOT_RECOGNIZED)
                : new AssociationDecision.Reject(AssociateReject.CALLED_AE_TITLE_NOT_RECOGNIZED);
        var server = Await.result(network.listen(options(AssociationLimits.DEFAULT), policy, gathering));
        // When
        var failure = Await.failure(network.connect(peer(server), CONTEXTS, AssociationTimeouts.DEFAULT));
        // Then
        assertThat(failure)
                .isInstanceOfSatisfying(
                        UnableToAssociate.class,
                        refusal -> assertThat(refusal.rejection())
                                .isEqualTo(AssociateReject.CALLING_AE_TITLE_NOT_RECOGNIZED))
                .hasMessageEndingWith("rejected: calling AE title not recognized");
    }

    @Test
    void a_policy_that_fails_rejects() throws Exception {
        // Given
        AssociationPolicy policy = proposal -> {
            throw new IllegalStateException("a mistake of the application");
        };
        var server = Await.result(network.listen(options(AssociationLimits.DEFAULT), policy, gathering));
        // When
        var failure = Await.failure(network.connect(peer(server), CONTEXTS, AssociationTimeouts.DEFAULT));
        // Then
        assertThat(failure).hasMessageEndingWith("rejected: no reason given");
    }

    @Test
    void what_a_policy_knows_of_a_peer_goes_along_with_its_instances() throws Exception {
        // Given
        var contexts = ContextPolicy.archive();
        AssociationPolicy policy =
                proposal -> new AssociationDecision.Accept(contexts.answer(proposal.contexts()), Map.of("ward", "7"));
        var server = Await.result(network.listen(options(AssociationLimits.DEFAULT), policy, gathering));
        // When
        Await.result(connect(server).store(small()));
        // Then
        assertThat(gathering.received().get(0).request().association().attributes())
                .containsEntry("ward", "7");
    }

    @Test
    void one_association_more_than_allowed_is_rejected_for_now() throws Exception {
        // Given
        var limits =
                new AssociationLimits(1, 1 << 16, Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5));
        var server = listen(limits, gathering);
        var first = connect(server);
        // When
        var failure = Await.failure(network.connect(peer(server), CONTEXTS, AssociationTimeouts.DEFAULT));
        // Then
        assertThat(failure).hasMessageEndingWith("rejected for now: local limit exceeded");
        Await.result(first.release());
        Await.until(() -> server.associations() == 0);
        assertThat(Await.result(connect(server).echo())).isEqualTo(StoreStatus.SUCCESS);
    }

    @Test
    void an_instance_for_which_no_context_was_accepted_is_not_sent() throws Exception {
        // Given
        var association = connect(listen(AssociationLimits.DEFAULT, gathering));
        // When
        var failure = Await.failure(
                association.store(OutgoingInstance.of(image(1, 2), TransferSyntax.EXPLICIT_VR_BIG_ENDIAN)));
        // Then
        assertThat(failure)
                .isInstanceOf(NoSuchContext.class)
                .hasMessage("no accepted context for MR Image Storage in Explicit VR Big Endian");
        assertThat(Await.result(association.echo())).isEqualTo(StoreStatus.SUCCESS);
    }

    @Test
    void nobody_there_is_a_failure_of_its_own() throws Exception {
        // Given
        var peer = nobody();
        // When
        var failure = Await.failure(network.connect(peer, CONTEXTS, AssociationTimeouts.DEFAULT));
        // Then
        assertThat(failure).isInstanceOf(UnableToConnect.class);
    }

    @Test
    void a_closing_server_lets_an_instance_finish_and_takes_no_new_association() throws Exception {
        // Given
        var gate = Promise.<Void>promise();
        var sink = sink(fragment -> gate.future());
        var server = listen(AssociationLimits.DEFAULT, request -> sink);
        var association = connect(server);
        var stored = association.store(small());
        Await.until(() -> sink.writes() > 0);
        // When
        var closed = server.close();
        // Then
        var late = Await.failure(network.connect(peer(server), CONTEXTS, AssociationTimeouts.DEFAULT));
        assertThat(late).hasMessageEndingWith("rejected for now: temporary congestion");
        assertThat(closed.isComplete()).isFalse();
        gate.complete();
        assertThat(Await.result(stored)).isEqualTo(StoreStatus.SUCCESS);
        Await.result(association.release());
        Await.result(closed);
    }

    @Test
    void a_closing_server_does_not_wait_for_ever() throws Exception {
        // Given
        var limits = new AssociationLimits(
                10, 1 << 16, Duration.ofSeconds(5), Duration.ofSeconds(60), Duration.ofMillis(50));
        var server = listen(limits, gathering);
        var association = connect(server);
        // When
        Await.result(server.close());
        // Then
        assertThat(Await.failure(association.echo())).isInstanceOf(UnableToExchange.class);
    }

    @Test
    void forty_associations_at_once_store_all_they_have() throws Exception {
        // Given
        var server = listen(AssociationLimits.DEFAULT, gathering);
        var scu = new StoreScu(network, AssociationTimeouts.DEFAULT);
        // When
        var sent = IntStream.range(0, 40)
                .mapToObj(i -> scu.send(
                        peer(server),
                        IntStream.range(0, 5)
                                .mapToObj(j -> OutgoingInstance.of(
                                        image(i * 5 + j, 20_000), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN))
                                .toList()))
                .toList();
        // Then
        for (var outcomes : sent) {
            assertThat(Await.result(outcomes)).hasSize(5).allMatch(SendOutcome::isStored);
        }
        assertThat(gathering.received().stream()
                        .map(received -> received.request().sopInstance()))
                .hasSize(200)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_sender_negotiates_what_its_instances_need_and_tells_what_became_of_each() throws Exception {
        // Given: a provider that takes no big endian
        var contexts = new ContextPolicy(uid -> true, List.of(EXPLICIT), ContextPolicy.Fallback.REJECT);
        var server = Await.result(
                network.listen(options(AssociationLimits.DEFAULT), AssociationPolicy.anybody(contexts), gathering));
        var instances = List.of(
                small(),
                OutgoingInstance.of(image(2, 10), TransferSyntax.EXPLICIT_VR_BIG_ENDIAN),
                OutgoingInstance.of(image(3, 10), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
        // When
        var outcomes = Await.result(new StoreScu(network, AssociationTimeouts.DEFAULT).send(peer(server), instances));
        // Then
        assertThat(outcomes).extracting(SendOutcome::isStored).containsExactly(true, false, true);
        assertThat(outcomes.get(1))
                .isInstanceOfSatisfying(
                        SendOutcome.Failed.class,
                        failed -> assertThat(failed.cause()).isInstanceOf(NoSuchContext.class));
    }

    @Test
    void a_sender_without_a_peer_fails_each_instance() throws Exception {
        // Given
        var server = listen(AssociationLimits.DEFAULT, gathering);
        Await.result(server.close());
        // When
        var outcomes =
                Await.result(new StoreScu(network, AssociationTimeouts.DEFAULT).send(peer(server), List.of(small())));
        // Then
        assertThat(outcomes).singleElement().isInstanceOf(SendOutcome.Failed.class);
    }

    private DicomServer listen(AssociationLimits limits, StoreScp storage)
            throws InterruptedException, TimeoutException {
        return Await.result(
                network.listen(options(limits), AssociationPolicy.anybody(ContextPolicy.archive()), storage));
    }

    private Association connect(DicomServer server) throws InterruptedException, TimeoutException {
        return Await.result(network.connect(peer(server), CONTEXTS, AssociationTimeouts.DEFAULT));
    }

    private static ServerOptions options(AssociationLimits limits) {
        return new ServerOptions("127.0.0.1", 0, limits);
    }

    private static Peer peer(DicomServer server) {
        return new Peer("127.0.0.1", server.port(), "RECEIVER", "SENDER");
    }

    /** A port that was free a moment ago. */
    private static Peer nobody() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return new Peer("127.0.0.1", socket.getLocalPort(), "RECEIVER", "SENDER");
        }
    }

    private static OutgoingInstance small() {
        return OutgoingInstance.of(image(1, 100), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    }

    /** 64 MiB, given a quarter of a MiB at a time. */
    private static OutgoingInstance big() {
        Iterator<Buffer> pieces = IntStream.range(0, 256)
                .mapToObj(i -> Buffer.buffer(new byte[1 << 18]))
                .iterator();
        return new OutgoingInstance(
                MR,
                "1.2",
                EXPLICIT,
                () -> () -> Future.succeededFuture(pieces.hasNext() ? Optional.of(pieces.next()) : Optional.empty()));
    }

    private static DataSet image(int number, int pixels) {
        var noise = new byte[pixels];
        new Random(number).nextBytes(noise);
        return DataSet.builder()
                .set(Tags.SOP_CLASS_UID, MR)
                .set(Tags.SOP_INSTANCE_UID, "1.2." + number)
                .bytes(Tags.PIXEL_DATA, Vr.OW, noise)
                .build();
    }

    private static byte[] encoded(DataSet dataSet) {
        return DataSetWriter.write(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)
                .toArray();
    }

    private static DelegatingSink sink(Function<Buffer, Future<Void>> write) {
        return new DelegatingSink(write, () -> Future.succeededFuture(StoreStatus.SUCCESS));
    }
}
