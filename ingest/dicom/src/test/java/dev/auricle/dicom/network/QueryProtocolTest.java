package dev.auricle.dicom.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.DataSetBuilder;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.pdu.AssociateAccept;
import dev.auricle.dicom.pdu.AssociationTitles;
import dev.auricle.dicom.pdu.ContextResult;
import dev.auricle.dicom.pdu.Fragment;
import dev.auricle.dicom.pdu.PduEncoder;
import dev.auricle.dicom.pdu.UserInformation;
import dev.auricle.dicom.query.Query;
import dev.auricle.dicom.query.QueryRoot;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Our queries and retrievals against archives that do what none should. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class QueryProtocolTest {
    private static final int FIND_ANSWER = 0x8020;
    private static final int PENDING = 0xFF00;

    private final Vertx vertx = Vertx.vertx();
    private final DicomNetwork network = new VertxDicomNetwork(vertx);

    @AfterEach
    void close() throws InterruptedException, TimeoutException {
        Await.result(vertx.close());
    }

    @Test
    void an_answer_that_cannot_be_read_ends_the_query() throws Exception {
        // Given
        var archive = answering(Buffer.buffer()
                .appendBuffer(answer(PENDING, true))
                .appendBuffer(units(Fragment.Kind.DATA_SET, Buffer.buffer("no data set, but long enough"))));
        // When
        var failure = Await.failure(find(archive));
        // Then
        assertThat(failure)
                .isInstanceOf(UnableToExchange.class)
                .hasMessageContaining("sent an identifier that cannot be read");
    }

    @Test
    void an_answer_without_end_ends_the_query() throws Exception {
        // Given: more than any identifier has
        var archive = answering(Buffer.buffer()
                .appendBuffer(answer(PENDING, true))
                .appendBuffer(units(Fragment.Kind.DATA_SET, Buffer.buffer(new byte[5 << 20]))));
        // When
        var failure = Await.failure(find(archive));
        // Then
        assertThat(failure).isInstanceOf(UnableToExchange.class).hasMessageContaining("sent an identifier longer than");
    }

    @Test
    void an_answer_to_nothing_ends_the_association() throws Exception {
        // Given
        var archive = answering(Buffer.buffer().appendBuffer(answer(0, false)).appendBuffer(answer(0, false)));
        var association = connect(archive);
        assertThat(Await.result(find(association))).isEqualTo(DimseStatus.SUCCESS);
        // When
        var failure = Await.failure(find(association));
        // Then
        assertThat(failure).isInstanceOf(UnableToExchange.class).hasMessageContaining("an answer to something else");
    }

    @Test
    void a_query_that_is_refused_says_so() throws Exception {
        assertThat(Await.result(find(answering(answer(0xA900, false)))).code()).isEqualTo(0xA900);
    }

    @Test
    void an_archive_that_stores_what_nobody_asked_for_is_told_so() throws Exception {
        // Given: a C-STORE in the context of the query, and only then the answer
        var store = DataSet.builder()
                .set(Tags.AFFECTED_SOP_CLASS_UID, Loopback.MR)
                .set(Tags.COMMAND_FIELD, Command.STORE_REQUEST)
                .set(Tags.MESSAGE_ID, 9)
                .set(Tags.COMMAND_DATA_SET_TYPE, 0)
                .set(Tags.AFFECTED_SOP_INSTANCE_UID, "1.2")
                .build();
        var archive = answering(Buffer.buffer()
                .appendBuffer(units(Fragment.Kind.COMMAND, new Command(store).encode()))
                .appendBuffer(units(Fragment.Kind.DATA_SET, Buffer.buffer(new byte[100])))
                .appendBuffer(answer(0, false)));
        // When
        var status = Await.result(find(archive));
        // Then
        assertThat(status).isEqualTo(DimseStatus.SUCCESS);
    }

    @Test
    void an_operation_that_is_cancelled_before_its_turn_is_never_asked() throws Exception {
        // Given: one that waits for the one before it, whose sink takes its time
        var taken = Promise.<Void>promise();
        var association = connect(
                answering(Buffer.buffer().appendBuffer(answer(PENDING, false)).appendBuffer(answer(0, false))));
        var first = association.find(Query.study("1.2"), match -> taken.future());
        var second = association.find(Query.study("1.3"), match -> Future.succeededFuture());
        // When
        second.cancel();
        taken.complete();
        // Then
        assertThat(Await.result(first.outcome())).isEqualTo(DimseStatus.SUCCESS);
        assertThat(Await.failure(second.outcome())).hasMessage("cancelled before it began");
    }

    private Future<DimseStatus> find(Peer archive) throws InterruptedException, TimeoutException {
        return find(connect(archive));
    }

    private static Future<DimseStatus> find(Association association) {
        return association
                .find(Query.study("1.2"), match -> Future.succeededFuture())
                .outcome();
    }

    private Association connect(Peer archive) throws InterruptedException, TimeoutException {
        return Await.result(
                network.connect(archive, AssociationOffer.of(QueryRoot.STUDY.find()), AssociationTimeouts.DEFAULT));
    }

    private static Buffer answer(int status, boolean identifier) {
        DataSetBuilder answer = DataSet.builder()
                .set(Tags.AFFECTED_SOP_CLASS_UID, QueryRoot.STUDY.find())
                .set(Tags.COMMAND_FIELD, FIND_ANSWER)
                .set(Tags.MESSAGE_ID_BEING_RESPONDED_TO, 1)
                .set(Tags.COMMAND_DATA_SET_TYPE, identifier ? 0 : 0x0101)
                .set(Tags.STATUS, status);
        return units(Fragment.Kind.COMMAND, new Command(answer.build()).encode());
    }

    private static Buffer units(Fragment.Kind kind, Buffer content) {
        var writer = new PdvWriter(1, kind, 16384);
        return writer.add(content).appendBuffer(writer.finish());
    }

    /** Accepts, and answers this to the first request. */
    private Peer answering(Buffer answers) throws InterruptedException, TimeoutException {
        var accept = new AssociateAccept(
                new AssociationTitles("A", "B"),
                List.of(ContextResult.accepted(1, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN.uid())),
                new UserInformation(List.of()));
        var server = Await.result(vertx.createNetServer()
                .connectHandler(socket -> socket.handler(request -> {
                    socket.write(PduEncoder.encode(accept));
                    socket.handler(first -> {
                        socket.handler(more -> {});
                        socket.write(answers);
                    });
                }))
                .listen(0, "127.0.0.1"));
        return new Peer("127.0.0.1", server.actualPort(), "A", "B");
    }
}
