package dev.auricle.dicom.network;

import dev.auricle.dicom.pdu.Abort;
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
import dev.auricle.dicom.pdu.UserItem;
import io.vertx.core.buffer.Buffer;
import java.util.List;

/** What one end of an association says, from the first byte to the last. */
final class Conversations {
    private static final OutgoingInstance INSTANCE =
            new OutgoingInstance(RawPeer.MR, "1.2", RawPeer.IMPLICIT, InstanceSource::of);

    private Conversations() {}

    /** By requestors: short ones, long ones, polite ones and others, with everything that can be negotiated. */
    static List<Buffer> ofRequestors() {
        return List.of(
                all(RawPeer.request(), echo(1), new ReleaseRequest()),
                all(RawPeer.request(), store(1, 64), store(2, 5000), new ReleaseRequest()),
                all(RawPeer.request(everything()), echo(1), store(2, 10), echo(3), Abort.BY_USER),
                all(RawPeer.request(), new ReleaseRequest(), new ReleaseResponse()),
                all(RawPeer.request(), RawPeer.request(), Abort.NOT_SPECIFIED));
    }

    /** By acceptors. */
    static List<Buffer> ofAcceptors() {
        return List.of(
                all(accept(), answer(1), answer(2), new ReleaseResponse()),
                all(accept(everything()), answer(1), new ReleaseRequest(), new ReleaseResponse()),
                all(AssociateReject.TEMPORARY_CONGESTION),
                all(accept(), Abort.UNEXPECTED_PDU));
    }

    private static Buffer all(Object... units) {
        var all = Buffer.buffer();
        for (var unit : units) {
            all.appendBuffer(unit instanceof Pdu pdu ? PduEncoder.encode(pdu) : (Buffer) unit);
        }
        return all;
    }

    private static UserItem[] everything() {
        return new UserItem[] {
            new UserItem.ImplementationClass("1.2.3"),
            new UserItem.ImplementationVersion("OF_A_PEER"),
            new UserItem.AsynchronousWindow(5, 5),
            new UserItem.RoleSelection(RawPeer.MR, true, true),
            new UserItem.ExtendedNegotiation(RawPeer.MR, Buffer.buffer(new byte[] {2, 0, 3, 0, 1, 0})),
            new UserItem.CommonExtendedNegotiation(RawPeer.MR, "1.2.840.10008.4.2", List.of("1.2.3", "1.2.4")),
            new UserItem.UserIdentity(2, true, Buffer.buffer("who"), Buffer.buffer("passcode")),
            new UserItem.Unknown(0x5A, Buffer.buffer("of tomorrow"))
        };
    }

    private static Pdu accept(UserItem... items) {
        return new AssociateAccept(
                new AssociationTitles("OURS", "THEIRS"),
                List.of(
                        ContextResult.accepted(1, RawPeer.IMPLICIT),
                        new ContextResult(3, ContextResult.Outcome.NO_REASON, RawPeer.IMPLICIT)),
                new UserInformation(List.of(items)));
    }

    private static Buffer echo(int messageId) {
        return PdvWriter.command(1, Command.echoRequest(messageId), 0);
    }

    private static Buffer answer(int messageId) {
        return PdvWriter.command(1, Command.echoRequest(messageId).answer(DimseStatus.SUCCESS), 0);
    }

    private static Buffer store(int messageId, int bytes) {
        var stored = PdvWriter.command(3, Command.storeRequest(messageId, INSTANCE), 0);
        for (int sent = 0; sent < bytes; sent += 1000) {
            int length = Math.min(1000, bytes - sent);
            new PdvHeader(3, Fragment.Kind.DATA_SET, length, sent + length == bytes).appendTo(stored);
            stored.appendBytes(new byte[length]);
        }
        return stored;
    }
}
