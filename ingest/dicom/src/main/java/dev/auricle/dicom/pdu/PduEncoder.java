package dev.auricle.dicom.pdu;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;

/** Units to bytes. */
public final class PduEncoder {
    private static final int VERSION_1 = 1;
    private static final int TITLE = 16;

    private PduEncoder() {}

    public static Buffer encode(Pdu pdu) {
        if (pdu instanceof AssociateRequest request) {
            return associate(PduType.ASSOCIATE_REQUEST, request(request));
        } else if (pdu instanceof AssociateAccept accept) {
            return associate(PduType.ASSOCIATE_ACCEPT, accept(accept));
        } else if (pdu instanceof AssociateReject reject) {
            return brief(PduType.ASSOCIATE_REJECT, reject.result(), reject.source(), reject.reason());
        } else if (pdu instanceof ReleaseRequest) {
            return brief(PduType.RELEASE_REQUEST, 0, 0, 0);
        } else if (pdu instanceof ReleaseResponse) {
            return brief(PduType.RELEASE_RESPONSE, 0, 0, 0);
        } else if (pdu instanceof Abort abort) {
            return brief(PduType.ABORT, 0, abort.source(), abort.reason());
        }
        throw new IllegalArgumentException(pdu.toString());
    }

    private static Buffer request(AssociateRequest request) {
        var body = head(request.protocolVersion(), request.titles());
        for (var context : request.contexts()) {
            var content = Buffer.buffer().appendByte((byte) context.id()).appendBytes(new byte[3]);
            UserItems.put(content, PduType.ABSTRACT_SYNTAX, UserItems.text(context.abstractSyntax()));
            for (var syntax : context.transferSyntaxes()) {
                UserItems.put(content, PduType.TRANSFER_SYNTAX, UserItems.text(syntax));
            }
            UserItems.put(body, PduType.PROPOSED_CONTEXT, content);
        }
        UserItems.put(body, PduType.USER_INFORMATION, UserItems.write(request.user()));
        return body;
    }

    private static Buffer accept(AssociateAccept accept) {
        var body = head(VERSION_1, accept.titles());
        for (var context : accept.contexts()) {
            var content = Buffer.buffer()
                    .appendByte((byte) context.id())
                    .appendByte((byte) 0)
                    .appendByte((byte) context.outcome().code())
                    .appendByte((byte) 0);
            UserItems.put(content, PduType.TRANSFER_SYNTAX, UserItems.text(context.transferSyntax()));
            UserItems.put(body, PduType.CONTEXT_RESULT, content);
        }
        UserItems.put(body, PduType.USER_INFORMATION, UserItems.write(accept.user()));
        return body;
    }

    private static Buffer head(int version, AssociationTitles titles) {
        var body = Buffer.buffer()
                .appendUnsignedShort(version)
                .appendUnsignedShort(0)
                .appendBytes(title(titles.called()))
                .appendBytes(title(titles.calling()))
                .appendBytes(new byte[32]);
        UserItems.put(body, PduType.APPLICATION_CONTEXT, UserItems.text(titles.applicationContext()));
        return body;
    }

    private static byte[] title(String title) {
        var padded = (title + " ".repeat(TITLE)).substring(0, TITLE);
        return padded.getBytes(StandardCharsets.US_ASCII);
    }

    private static Buffer associate(int type, Buffer body) {
        return Buffer.buffer()
                .appendByte((byte) type)
                .appendByte((byte) 0)
                .appendUnsignedInt(body.length())
                .appendBuffer(body);
    }

    private static Buffer brief(int type, int first, int second, int third) {
        return Buffer.buffer()
                .appendByte((byte) type)
                .appendByte((byte) 0)
                .appendUnsignedInt(4)
                .appendByte((byte) 0)
                .appendByte((byte) first)
                .appendByte((byte) second)
                .appendByte((byte) third);
    }
}
