package dev.auricle.dicom.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.pdu.Abort;
import dev.auricle.dicom.pdu.AssociateAccept;
import dev.auricle.dicom.pdu.AssociateReject;
import dev.auricle.dicom.pdu.AssociateRequest;
import dev.auricle.dicom.pdu.AssociationTitles;
import dev.auricle.dicom.pdu.Fragment;
import dev.auricle.dicom.pdu.PduEncoder;
import dev.auricle.dicom.pdu.PdvHeader;
import dev.auricle.dicom.pdu.ProposedContext;
import dev.auricle.dicom.pdu.ReleaseRequest;
import dev.auricle.dicom.pdu.ReleaseResponse;
import dev.auricle.dicom.pdu.UserInformation;
import dev.auricle.dicom.pdu.UserItem;
import dev.auricle.dicom.syntax.DataSetReader;
import dev.auricle.dicom.syntax.ReadLimits;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our provider against peers that do what no toolkit would. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProtocolTest {
    private static final AssociationLimits LIMITS =
            new AssociationLimits(200, 1 << 16, Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofMillis(100));

    private final Vertx vertx = Vertx.vertx();
    private final GatheringScp gathering = new GatheringScp();
    private final DicomServer server;
    private final int port;

    ProtocolTest() throws InterruptedException, TimeoutException {
        server = listen(LIMITS);
        port = server.port();
    }

    @AfterEach
    void close() throws InterruptedException, TimeoutException {
        Await.result(vertx.close());
    }

    @Test
    void an_association_is_accepted_with_an_answer_to_everything_asked() throws IOException {
        try (var peer = new RawPeer(port)) {
            // Given
            var request = RawPeer.request(
                    new UserItem.AsynchronousWindow(0, 8),
                    new UserItem.RoleSelection(RawPeer.MR, true, true),
                    new UserItem.UserIdentity(1, true, Buffer.buffer("who"), Buffer.buffer()));
            // When
            peer.send(request);
            // Then
            var accept = (AssociateAccept) peer.receive().orElseThrow();
            assertThat(accept.contexts()).hasSize(2).allMatch(result -> result.isAccepted());
            assertThat(accept.user().maximumLength()).isEqualTo(1 << 16);
            assertThat(accept.user().asynchronousWindow()).contains(new UserItem.AsynchronousWindow(1, 1));
            assertThat(accept.user().roleSelections())
                    .containsExactly(new UserItem.RoleSelection(RawPeer.MR, true, false));
        }
    }

    @Test
    void a_release_is_answered_and_the_connection_left_to_the_peer() throws IOException {
        try (var peer = established()) {
            // When
            peer.send(new ReleaseRequest());
            // Then
            assertThat(peer.receive()).contains(new ReleaseResponse());
        }
    }

    @Test
    void another_application_context_or_protocol_version_is_rejected() throws IOException {
        var other = new AssociationTitles("OURS", "THEIRS", "1.2.3");
        var user = new UserInformation(List.of());
        try (var first = new RawPeer(port);
                var second = new RawPeer(port)) {
            // When
            first.send(new AssociateRequest(1, other, List.of(), user));
            second.send(new AssociateRequest(2, new AssociationTitles("OURS", "THEIRS"), List.of(), user));
            // Then
            assertThat(first.receive()).contains(AssociateReject.APPLICATION_CONTEXT_NOT_SUPPORTED);
            assertThat(second.receive()).contains(AssociateReject.PROTOCOL_VERSION_NOT_SUPPORTED);
        }
    }

    static Stream<AssociateRequest> improper() {
        var titles = new AssociationTitles("OURS", "THEIRS");
        var user = new UserInformation(List.of());
        var proper = new ProposedContext(1, RawPeer.MR, List.of(RawPeer.IMPLICIT));
        return Stream.of(
                new AssociateRequest(1, titles, List.of(), user),
                new AssociateRequest(1, titles, List.of(proper, proper), user),
                new AssociateRequest(
                        1, titles, List.of(new ProposedContext(2, RawPeer.MR, List.of(RawPeer.IMPLICIT))), user),
                new AssociateRequest(1, titles, List.of(new ProposedContext(1, RawPeer.MR, List.of())), user),
                new AssociateRequest(1, titles, List.of(new ProposedContext(1, "", List.of(RawPeer.IMPLICIT))), user),
                new AssociateRequest(
                        1,
                        titles,
                        List.of(proper),
                        new UserInformation(List.of(new UserItem.MaximumLength(PdvHeader.COUNTED + 1)))));
    }

    @ParameterizedTest
    @MethodSource("improper")
    void a_request_that_breaks_the_rules_is_rejected_by_the_provider(AssociateRequest request) throws IOException {
        try (var peer = new RawPeer(port)) {
            // When
            peer.send(request);
            // Then
            assertThat(peer.receive()).contains(AssociateReject.NO_REASON_GIVEN_BY_PROVIDER);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0x51, 0x53, 0x54, 0x56, 0x57, 0x58})
    void an_item_longer_than_what_it_is_in_aborts_the_connection(int type) throws IOException {
        try (var peer = new RawPeer(port)) {
            // Given: the last item of the request says 0xFFFF bytes, and has two
            var request = PduEncoder.encode(RawPeer.request(new UserItem.Unknown(type, Buffer.buffer(new byte[2]))));
            request.setUnsignedShort(request.length() - 4, 0xFFFF);
            // When
            peer.send(request);
            // Then
            assertThat(peer.receive()).contains(Abort.BY_USER);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0900000000040000",
        "6, 040000020000",
        "6, 04000000000A000000010100",
        "2, 060000000004" + "00000000",
        "6, 04000000000C000000080903" + "000000000000",
        "6, 040000000012" + "0000000E0103" + "000000000000000000000000"
    })
    void what_does_not_belong_in_an_association_aborts_it_with_the_reason(int reason, String hex) throws IOException {
        try (var peer = established()) {
            // When
            peer.send(Buffer.buffer(HexFormat.of().parseHex(hex)));
            // Then
            assertThat(peer.receive()).contains(new Abort(2, reason));
        }
    }

    @Test
    void data_without_an_association_aborts_the_connection() throws IOException {
        try (var peer = new RawPeer(port)) {
            // When
            peer.send(message(3, Fragment.Kind.DATA_SET, new byte[2]));
            // Then
            assertThat(peer.receive()).contains(Abort.BY_USER);
        }
    }

    @Test
    void a_data_set_without_a_command_aborts_the_association() throws IOException {
        try (var peer = established()) {
            // When
            peer.send(message(3, Fragment.Kind.DATA_SET, new byte[2]));
            // Then
            assertThat(peer.receive()).contains(Abort.UNEXPECTED_PDU);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0020, 3, 1.2.840.10008.5.1.4.1.1.4, 0211",
        "0021, 3, 1.2.840.10008.5.1.4.1.1.4, 0211",
        "0140, 3, 1.2.840.10008.5.1.4.1.1.4, 0211",
        "0001, 3, 1.2.840.10008.5.1.4.1.1.2, 0122",
        "0001, 1, 1.2.840.10008.1.1, 0211",
        "0030, 3, 1.2.840.10008.5.1.4.1.1.4, 0211",
        "0030, 1, 1.2.840.10008.5.1.4.1.1.4, 0122",
        "0030, 1, 1.2.840.10008.1.1, 0000",
        "0001, 3, 1.2.840.10008.5.1.4.1.1.4, 0000"
    })
    void every_request_is_answered_with_its_status(String field, int context, String sopClass, String status)
            throws IOException {
        try (var peer = established()) {
            // Given
            var command = DataSet.builder()
                    .set(Tags.AFFECTED_SOP_CLASS_UID, sopClass)
                    .set(Tags.COMMAND_FIELD, Integer.parseInt(field, 16))
                    .set(Tags.MESSAGE_ID, 77)
                    .set(Tags.COMMAND_DATA_SET_TYPE, 1)
                    .set(Tags.AFFECTED_SOP_INSTANCE_UID, "1.2.3")
                    .build();
            peer.send(message(
                    context,
                    Fragment.Kind.COMMAND,
                    new Command(command).encode().getBytes()));
            // When
            peer.send(message(context, Fragment.Kind.DATA_SET, new byte[8]));
            // Then
            var answer = answer(peer);
            assertThat("%04X".formatted(answer.require(Tags.STATUS).integer())).isEqualTo(status);
            assertThat(answer.require(Tags.COMMAND_FIELD).integer()).isEqualTo(Integer.parseInt(field, 16) | 0x8000);
            assertThat(answer.require(Tags.MESSAGE_ID_BEING_RESPONDED_TO).integer())
                    .isEqualTo(77);
            assertThat(answer.require(Tags.AFFECTED_SOP_CLASS_UID).string()).isEqualTo(sopClass);
        }
    }

    @Test
    void a_cancel_has_no_answer() throws IOException {
        try (var peer = established()) {
            // Given
            var cancel = DataSet.builder()
                    .set(Tags.COMMAND_FIELD, 0x0FFF)
                    .set(Tags.MESSAGE_ID_BEING_RESPONDED_TO, 1)
                    .set(Tags.COMMAND_DATA_SET_TYPE, 0x0101)
                    .build();
            peer.send(message(
                    3, Fragment.Kind.COMMAND, new Command(cancel).encode().getBytes()));
            // When
            peer.send(new ReleaseRequest());
            // Then
            assertThat(peer.receive()).contains(new ReleaseResponse());
        }
    }

    @Test
    void requests_that_do_not_wait_for_their_answers_are_answered_in_order() throws IOException {
        try (var peer = established()) {
            // Given
            var all = Buffer.buffer();
            for (int id = 1; id <= 20; id++) {
                all.appendBuffer(PdvWriter.command(1, Command.echoRequest(id), 0));
            }
            // When
            peer.send(all);
            // Then
            for (int id = 1; id <= 20; id++) {
                assertThat(answer(peer)
                                .require(Tags.MESSAGE_ID_BEING_RESPONDED_TO)
                                .integer())
                        .isEqualTo(id);
            }
        }
    }

    @Test
    void a_peer_that_never_asks_is_left() throws Exception {
        // Given
        var impatient = listen(new AssociationLimits(
                10, 1 << 16, Duration.ofMillis(50), Duration.ofSeconds(10), Duration.ofMillis(100)));
        try (var peer = new RawPeer(impatient.port())) {
            // When
            var event = peer.receive();
            // Then
            assertThat(event).isEmpty();
        }
    }

    @Test
    void an_idle_association_is_aborted() throws Exception {
        // Given
        var impatient = listen(new AssociationLimits(
                10, 1 << 16, Duration.ofSeconds(10), Duration.ofMillis(50), Duration.ofMillis(100)));
        try (var peer = new RawPeer(impatient.port())) {
            peer.send(RawPeer.request());
            peer.receive();
            // When
            var event = peer.receive();
            // Then
            assertThat(event).contains(Abort.BY_USER);
        }
    }

    @Test
    void a_peer_that_dies_in_the_middle_of_an_instance_aborts_it() throws Exception {
        try (var peer = established()) {
            // Given
            var store = new OutgoingInstance(RawPeer.MR, "1.2", RawPeer.IMPLICIT, InstanceSource::of);
            peer.send(PdvWriter.command(3, Command.storeRequest(1, store), 0));
            var begun = Buffer.buffer();
            new PdvHeader(3, Fragment.Kind.DATA_SET, 1000, true).appendTo(begun);
            // When
            peer.send(begun.appendBytes(new byte[10]));
        }
        // Then
        Await.until(() -> gathering.aborted().size() == 1);
    }

    @Test
    void a_release_in_the_middle_of_an_instance_aborts_it() throws Exception {
        try (var peer = established()) {
            // Given
            var store = new OutgoingInstance(RawPeer.MR, "1.2", RawPeer.IMPLICIT, InstanceSource::of);
            peer.send(PdvWriter.command(3, Command.storeRequest(1, store), 0));
            // When
            peer.send(new ReleaseRequest());
            // Then
            assertThat(peer.receive()).contains(new ReleaseResponse());
            Await.until(() -> gathering.aborted().size() == 1);
        }
    }

    @Test
    void an_aborted_peer_that_keeps_the_connection_is_left() throws Exception {
        // Given
        var impatient = listen(new AssociationLimits(
                10, 1 << 16, Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofMillis(100)));
        try (var peer = new RawPeer(impatient.port())) {
            peer.send(RawPeer.request());
            peer.receive();
            peer.send(new ReleaseResponse());
            // When
            var last = peer.receive();
            // Then
            assertThat(last).contains(Abort.UNEXPECTED_PDU);
            assertThat(peer.receive()).isEmpty();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1})
    void after_a_thousand_damaged_associations_the_server_still_answers(long seed) throws Exception {
        // Given
        var random = new Random(seed);
        var store = new OutgoingInstance(RawPeer.MR, "1.2", RawPeer.IMPLICIT, InstanceSource::of);
        var recorded = PduEncoder.encode(RawPeer.request())
                .appendBuffer(PdvWriter.command(3, Command.storeRequest(1, store), 0))
                .appendBuffer(message(3, Fragment.Kind.DATA_SET, new byte[64]))
                .appendBuffer(PduEncoder.encode(new ReleaseRequest()));
        for (int i = 0; i < 1000; i++) {
            var bytes = recorded.getBytes();
            for (int j = random.nextInt(4); j >= 0; j--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try (var peer = new RawPeer(port)) {
                peer.send(Buffer.buffer(bytes));
            }
        }
        Await.until(() -> server.associations() == 0);
        // When
        try (var peer = established()) {
            peer.send(PdvWriter.command(1, Command.echoRequest(1), 0));
            // Then
            assertThat(answer(peer).require(Tags.STATUS).integer()).isZero();
        }
    }

    private DicomServer listen(AssociationLimits limits) throws InterruptedException, TimeoutException {
        var options = new ServerOptions("127.0.0.1", 0, limits);
        return Await.result(new VertxDicomNetwork(vertx)
                .listen(options, AssociationPolicy.anybody(ContextPolicy.archive()), gathering));
    }

    private RawPeer established() throws IOException {
        var peer = new RawPeer(port);
        peer.send(RawPeer.request());
        assertThat(peer.receive()).get().isInstanceOf(AssociateAccept.class);
        return peer;
    }

    private static Buffer message(int context, Fragment.Kind kind, byte[] data) {
        var unit = Buffer.buffer();
        new PdvHeader(context, kind, data.length, true).appendTo(unit);
        return unit.appendBytes(data);
    }

    private static DataSet answer(RawPeer peer) throws IOException {
        var fragment = (Fragment) peer.receive().orElseThrow();
        return new DataSetReader(ReadLimits.DEFAULT)
                .read(Bytes.wrap(fragment.data().getBytes()), TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);
    }
}
