package dev.auricle.dicom.network;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.DataSetBuilder;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.syntax.DataSetWriter;
import io.vertx.core.buffer.Buffer;

/** A command set of DIMSE (PS3.7, section 9.3 and annex E). */
record Command(DataSet elements) {
    static final int STORE_REQUEST = 0x0001;
    static final int GET_REQUEST = 0x0010;
    static final int FIND_REQUEST = 0x0020;
    static final int MOVE_REQUEST = 0x0021;
    static final int ECHO_REQUEST = 0x0030;
    static final int EVENT_REQUEST = 0x0100;
    static final int ACTION_REQUEST = 0x0130;
    static final int CANCEL_REQUEST = 0x0FFF;

    private static final int RESPONSE = 0x8000;
    private static final int NO_DATA_SET = 0x0101;
    private static final int DATA_SET = 0x0000;
    private static final int MEDIUM_PRIORITY = 0x0000;

    static Command echoRequest(int messageId) {
        return new Command(DataSet.builder()
                .set(Tags.AFFECTED_SOP_CLASS_UID, SopClass.VERIFICATION.uid())
                .set(Tags.COMMAND_FIELD, ECHO_REQUEST)
                .set(Tags.MESSAGE_ID, messageId)
                .set(Tags.COMMAND_DATA_SET_TYPE, NO_DATA_SET)
                .build());
    }

    static Command storeRequest(int messageId, OutgoingInstance instance) {
        return new Command(DataSet.builder()
                .set(Tags.AFFECTED_SOP_CLASS_UID, instance.sopClass())
                .set(Tags.COMMAND_FIELD, STORE_REQUEST)
                .set(Tags.MESSAGE_ID, messageId)
                .set(Tags.PRIORITY, MEDIUM_PRIORITY)
                .set(Tags.COMMAND_DATA_SET_TYPE, DATA_SET)
                .set(Tags.AFFECTED_SOP_INSTANCE_UID, instance.sopInstance())
                .build());
    }

    /** A query, or a retrieval on the same association. */
    static Command queryRequest(int field, String sopClass, int messageId) {
        return new Command(query(field, sopClass, messageId).build());
    }

    /** The destination is an AE title that the peer knows. */
    static Command moveRequest(String sopClass, int messageId, String destination) {
        return new Command(query(MOVE_REQUEST, sopClass, messageId)
                .set(Tags.MOVE_DESTINATION, destination)
                .build());
    }

    private static DataSetBuilder query(int field, String sopClass, int messageId) {
        return DataSet.builder()
                .set(Tags.AFFECTED_SOP_CLASS_UID, sopClass)
                .set(Tags.COMMAND_FIELD, field)
                .set(Tags.MESSAGE_ID, messageId)
                .set(Tags.PRIORITY, MEDIUM_PRIORITY)
                .set(Tags.COMMAND_DATA_SET_TYPE, DATA_SET);
    }

    /** An action on the instance of storage commitment. */
    static Command actionRequest(int messageId) {
        return new Command(DataSet.builder()
                .set(Tags.REQUESTED_SOP_CLASS_UID, CommitmentRequest.SOP_CLASS)
                .set(Tags.COMMAND_FIELD, ACTION_REQUEST)
                .set(Tags.MESSAGE_ID, messageId)
                .set(Tags.COMMAND_DATA_SET_TYPE, DATA_SET)
                .set(Tags.REQUESTED_SOP_INSTANCE_UID, CommitmentRequest.SOP_INSTANCE)
                .set(Tags.ACTION_TYPE_ID, CommitmentRequest.ACTION)
                .build());
    }

    /** An event of the instance of storage commitment. */
    static Command eventRequest(int messageId, int event) {
        return new Command(DataSet.builder()
                .set(Tags.AFFECTED_SOP_CLASS_UID, CommitmentRequest.SOP_CLASS)
                .set(Tags.COMMAND_FIELD, EVENT_REQUEST)
                .set(Tags.MESSAGE_ID, messageId)
                .set(Tags.COMMAND_DATA_SET_TYPE, DATA_SET)
                .set(Tags.AFFECTED_SOP_INSTANCE_UID, CommitmentRequest.SOP_INSTANCE)
                .set(Tags.EVENT_TYPE_ID, event)
                .build());
    }

    /** Has no answer of its own. */
    static Command cancelRequest(int messageId) {
        return new Command(DataSet.builder()
                .set(Tags.COMMAND_FIELD, CANCEL_REQUEST)
                .set(Tags.MESSAGE_ID_BEING_RESPONDED_TO, messageId)
                .set(Tags.COMMAND_DATA_SET_TYPE, NO_DATA_SET)
                .build());
    }

    /** The answer to this request. */
    Command answer(DimseStatus status) {
        var answer = DataSet.builder()
                .set(Tags.COMMAND_FIELD, field() | RESPONSE)
                .set(Tags.MESSAGE_ID_BEING_RESPONDED_TO, messageId())
                .set(Tags.COMMAND_DATA_SET_TYPE, NO_DATA_SET)
                .set(Tags.STATUS, status.code());
        // Requests name class and instance as affected or as requested; the answer says affected (PS3.7, 10.1).
        if (!sopClass().isEmpty()) {
            answer.set(Tags.AFFECTED_SOP_CLASS_UID, sopClass());
        }
        if (!sopInstance().isEmpty()) {
            answer.set(Tags.AFFECTED_SOP_INSTANCE_UID, sopInstance());
        }
        answer.copy(elements, Tags.EVENT_TYPE_ID, Tags.ACTION_TYPE_ID);
        if (!status.comment().isEmpty()) {
            answer.set(Tags.ERROR_COMMENT, status.comment());
        }
        return new Command(answer.build());
    }

    int field() {
        return elements.require(Tags.COMMAND_FIELD).integer();
    }

    boolean isRequest() {
        return (field() & RESPONSE) == 0;
    }

    int messageId() {
        return elements.require(Tags.MESSAGE_ID).integer();
    }

    /** Which request this answers. */
    int answeredMessageId() {
        return elements.require(Tags.MESSAGE_ID_BEING_RESPONDED_TO).integer();
    }

    DimseStatus status() {
        var comment = elements.find(Tags.ERROR_COMMENT).map(Value::string).orElse("");
        return new DimseStatus(
                elements.require(Tags.STATUS).integer(), comment.substring(0, Math.min(64, comment.length())));
    }

    SubOperations subOperations() {
        return new SubOperations(
                count(Tags.NUMBER_OF_REMAINING_SUBOPERATIONS),
                count(Tags.NUMBER_OF_COMPLETED_SUBOPERATIONS),
                count(Tags.NUMBER_OF_FAILED_SUBOPERATIONS),
                count(Tags.NUMBER_OF_WARNING_SUBOPERATIONS));
    }

    private int count(Tag tag) {
        return elements.find(tag).map(Value::integer).orElse(0);
    }

    boolean hasDataSet() {
        return elements.require(Tags.COMMAND_DATA_SET_TYPE).integer() != NO_DATA_SET;
    }

    /** The UID of the SOP class, empty if the request names none. */
    String sopClass() {
        return elements.find(Tags.AFFECTED_SOP_CLASS_UID)
                .or(() -> elements.find(Tags.REQUESTED_SOP_CLASS_UID))
                .map(Value::string)
                .orElse("");
    }

    /** The UID of the SOP instance, empty if the request names none. */
    String sopInstance() {
        return elements.find(Tags.AFFECTED_SOP_INSTANCE_UID)
                .or(() -> elements.find(Tags.REQUESTED_SOP_INSTANCE_UID))
                .map(Value::string)
                .orElse("");
    }

    /** Implicit little endian, as every command set, with its length in front. */
    Buffer encode() {
        var syntax = TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN;
        int length = DataSetWriter.write(elements, syntax).size();
        var complete =
                elements.toBuilder().set(Tags.COMMAND_GROUP_LENGTH, length).build();
        return Buffer.buffer(DataSetWriter.write(complete, syntax).toArray());
    }
}
