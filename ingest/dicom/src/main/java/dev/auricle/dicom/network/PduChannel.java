package dev.auricle.dicom.network;

import dev.auricle.dicom.pdu.Pdu;
import dev.auricle.dicom.pdu.PduDecoder;
import dev.auricle.dicom.pdu.PduEncoder;
import dev.auricle.dicom.pdu.PduEvent;
import dev.auricle.dicom.pdu.UnableToReadPdu;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.util.Optional;

/**
 * A socket on which units come and go. Reading can be held: then the socket is paused and nothing more of what was
 * already read is handed on. All methods are called on the socket's event loop.
 */
final class PduChannel {
    /** Who is told what comes in. */
    interface Listener {
        void received(PduEvent event);

        void malformed(UnableToReadPdu refusal);

        void closed();
    }

    private final NetSocket socket;
    private final PromptAcknowledgement acknowledgement;
    private final PduDecoder decoder;
    private Listener listener = new Nobody();
    private Optional<PduEvent> putBack = Optional.empty();
    private boolean held;
    private boolean handing;
    private boolean deaf;
    private boolean closing;
    private long lastSign = System.nanoTime();

    PduChannel(NetSocket socket, long maximumPduLength) {
        this.socket = socket;
        this.acknowledgement = new PromptAcknowledgement(socket);
        this.decoder = new PduDecoder(maximumPduLength);
    }

    void open(Listener heir) {
        listener = heir;
        socket.handler(read -> {
            lastSign = System.nanoTime();
            decoder.feed(read);
            handOn();
        });
        socket.exceptionHandler(cause -> socket.close());
        socket.closeHandler(nothing -> {
            deaf = true;
            listener.closed();
        });
    }

    private void handOn() {
        if (handing) {
            return;
        }
        handing = true;
        try {
            while (!held && !deaf) {
                var event = putBack.isPresent() ? putBack : decoder.next();
                putBack = Optional.empty();
                if (event.isEmpty()) {
                    return;
                }
                listener.received(event.get());
            }
        } catch (UnableToReadPdu e) {
            deaf = true;
            listener.malformed(e);
        } finally {
            handing = false;
        }
    }

    /** Hands nothing on until told to. */
    void hold() {
        held = true;
        socket.pause();
    }

    /** Hands nothing on until told to, and then this event once more. */
    void holdBefore(PduEvent event) {
        putBack = Optional.of(event);
        hold();
    }

    void goOn() {
        lastSign = System.nanoTime();
        held = false;
        socket.resume();
        handOn();
    }

    boolean isHeld() {
        return held;
    }

    /** When something was last read or sent, or reading went on, as {@link System#nanoTime}. */
    long lastSign() {
        return lastSign;
    }

    void send(Pdu pdu) {
        send(PduEncoder.encode(pdu));
    }

    /** After the last word nothing more is said. */
    void send(Buffer encoded) {
        if (closing) {
            return;
        }
        lastSign = System.nanoTime();
        socket.write(encoded);
        acknowledgement.wish();
    }

    boolean isCongested() {
        return socket.writeQueueFull();
    }

    void whenDrained(Runnable action) {
        socket.drainHandler(nothing -> action.run());
    }

    /** Sends a last word and closes; what still comes in is ignored. */
    void close(Pdu lastWord) {
        if (closing) {
            return;
        }
        deaf = true;
        closing = true;
        socket.write(PduEncoder.encode(lastWord)).onComplete(done -> socket.close());
    }

    void close() {
        if (closing) {
            return;
        }
        deaf = true;
        closing = true;
        socket.close();
    }

    String remoteHost() {
        var address = socket.remoteAddress();
        return address == null || address.hostAddress() == null ? "" : address.hostAddress();
    }

    /** Listens until somebody does. */
    private static final class Nobody implements Listener {
        @Override
        public void received(PduEvent event) {}

        @Override
        public void malformed(UnableToReadPdu refusal) {}

        @Override
        public void closed() {}
    }
}
