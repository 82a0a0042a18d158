package dev.auricle.dicom.network;

import dev.auricle.dicom.pdu.AssociateRequest;
import dev.auricle.dicom.pdu.AssociationTitles;
import dev.auricle.dicom.pdu.Pdu;
import dev.auricle.dicom.pdu.PduDecoder;
import dev.auricle.dicom.pdu.PduEncoder;
import dev.auricle.dicom.pdu.PduEvent;
import dev.auricle.dicom.pdu.ProposedContext;
import dev.auricle.dicom.pdu.UserInformation;
import dev.auricle.dicom.pdu.UserItem;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A peer that sends whatever a test wants, conformant or not. */
final class RawPeer implements AutoCloseable {
    static final String VERIFICATION = "1.2.840.10008.1.1";
    static final String MR = "1.2.840.10008.5.1.4.1.1.4";
    static final String IMPLICIT = "1.2.840.10008.1.2";

    private final Socket socket;
    private final PduDecoder decoder = new PduDecoder(0);

    RawPeer(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
    }

    /** A request for Verification in context 1 and MR storage in context 3. */
    static AssociateRequest request(UserItem... extra) {
        var items = new ArrayList<UserItem>(List.of(new UserItem.MaximumLength(16384)));
        items.addAll(List.of(extra));
        return new AssociateRequest(
                1,
                new AssociationTitles("OURS", "THEIRS"),
                List.of(
                        new ProposedContext(1, VERIFICATION, List.of(IMPLICIT)),
                        new ProposedContext(3, MR, List.of(IMPLICIT))),
                new UserInformation(items));
    }

    void send(Pdu pdu) throws IOException {
        send(PduEncoder.encode(pdu));
    }

    void send(Buffer bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes());
    }

    /** The next event; empty if the other side closed the connection. */
    Optional<PduEvent> receive() throws IOException {
        var event = decoder.next();
        while (event.isEmpty()) {
            var chunk = new byte[4096];
            int count = socket.getInputStream().read(chunk);
            if (count < 0) {
                return Optional.empty();
            }
            decoder.feed(Buffer.buffer().appendBytes(chunk, 0, count));
            event = decoder.next();
        }
        return event;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
