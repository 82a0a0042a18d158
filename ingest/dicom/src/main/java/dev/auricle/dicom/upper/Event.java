package dev.auricle.dicom.upper;

import dev.auricle.dicom.dictionary.DicomException;
import dev.auricle.dicom.pdu.Abort;
import dev.auricle.dicom.pdu.AssociateAccept;
import dev.auricle.dicom.pdu.AssociateReject;
import dev.auricle.dicom.pdu.AssociateRequest;
import dev.auricle.dicom.pdu.PduEvent;
import dev.auricle.dicom.pdu.ReleaseRequest;
import dev.auricle.dicom.pdu.ReleaseResponse;
import dev.auricle.dicom.pdu.UnableToReadPdu;
import io.vertx.core.buffer.Buffer;

/** What can happen to an association, with what comes along. */
public sealed interface Event {
    Event TRANSPORT_CONFIRM = new Bare(Kind.TRANSPORT_CONFIRM);
    Event TRANSPORT_INDICATION = new Bare(Kind.TRANSPORT_INDICATION);
    Event RELEASE_REQUEST = new Bare(Kind.A_RELEASE_REQUEST);
    Event RELEASE_RESPONSE = new Bare(Kind.A_RELEASE_RESPONSE);
    Event ABORT_REQUEST = new Bare(Kind.A_ABORT_REQUEST);
    Event ARTIM_EXPIRED = new Bare(Kind.ARTIM_EXPIRED);

    /** Which row of the table it is. */
    Kind kind();

    /** The rows of PS3.8, table 9-10, in their order. */
    enum Kind {
        A_ASSOCIATE_REQUEST,
        TRANSPORT_CONFIRM,
        A_ASSOCIATE_AC_PDU,
        A_ASSOCIATE_RJ_PDU,
        TRANSPORT_INDICATION,
        A_ASSOCIATE_RQ_PDU,
        A_ASSOCIATE_ACCEPT,
        A_ASSOCIATE_REJECT,
        P_DATA_REQUEST,
        P_DATA_TF_PDU,
        A_RELEASE_REQUEST,
        A_RELEASE_RQ_PDU,
        A_RELEASE_RP_PDU,
        A_RELEASE_RESPONSE,
        A_ABORT_REQUEST,
        A_ABORT_PDU,
        TRANSPORT_CLOSED,
        ARTIM_EXPIRED,
        INVALID_PDU
    }

    /** The local user wants to associate. */
    record Associate(AssociateRequest request) implements Event {
        @Override
        public Kind kind() {
            return Kind.A_ASSOCIATE_REQUEST;
        }
    }

    /** The local user wants what a peer asked for. */
    record Accept(AssociateAccept answer) implements Event {
        @Override
        public Kind kind() {
            return Kind.A_ASSOCIATE_ACCEPT;
        }
    }

    /** The local user does not. */
    record Reject(AssociateReject answer) implements Event {
        @Override
        public Kind kind() {
            return Kind.A_ASSOCIATE_REJECT;
        }
    }

    /** The local user has something to say: encoded P-DATA-TF. */
    record Send(Buffer units) implements Event {
        @Override
        public Kind kind() {
            return Kind.P_DATA_REQUEST;
        }
    }

    /** The peer said something. A unit with data counts as often as it comes in pieces. */
    record Received(PduEvent unit) implements Event {
        @Override
        public Kind kind() {
            if (unit instanceof AssociateRequest) {
                return Kind.A_ASSOCIATE_RQ_PDU;
            } else if (unit instanceof AssociateAccept) {
                return Kind.A_ASSOCIATE_AC_PDU;
            } else if (unit instanceof AssociateReject) {
                return Kind.A_ASSOCIATE_RJ_PDU;
            } else if (unit instanceof ReleaseRequest) {
                return Kind.A_RELEASE_RQ_PDU;
            } else if (unit instanceof ReleaseResponse) {
                return Kind.A_RELEASE_RP_PDU;
            }
            return unit instanceof Abort ? Kind.A_ABORT_PDU : Kind.P_DATA_TF_PDU;
        }
    }

    /** The peer said something that is no unit, or not one that its user could have meant. */
    record Invalid(UnableToReadPdu refusal) implements Event {
        @Override
        public Kind kind() {
            return Kind.INVALID_PDU;
        }
    }

    /** The transport connection is gone, or did not come about. */
    record Closed(DicomException why) implements Event {
        @Override
        public Kind kind() {
            return Kind.TRANSPORT_CLOSED;
        }
    }

    /** What its kind says, and nothing else. */
    record Bare(Kind kind) implements Event {}
}
