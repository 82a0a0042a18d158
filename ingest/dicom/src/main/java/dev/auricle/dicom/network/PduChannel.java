package dev.auricle.dicom.network;

import dev.auricle.dicom.pdu.PduDecoder;
import dev.auricle.dicom.pdu.PduEvent;
import dev.auricle.dicom.pdu.UnableToReadPdu;
import dev.auricle.dicom.tls.TlsComplaint;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.core.net.NetSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A socket on which units come and go. Reading can be held: then the socket is paused and nothing more of what was
 * already read is handed on. All methods are called on the socket's event loop.
 */
final class PduChannel {
    /** Who is told what comes in. */
    interface Listener {
        void received(PduEvent event);

        /** The user has something to say: encoded units with data. */
        void sending(Buffer units);

        void malformed(UnableToReadPdu refusal);

        /** The connection is closed; the cause of it, where it is known. */
        void closed(Optional<String> cause);
    }

    private final NetSocket socket;
    private final PromptAcknowledgement acknowledgement;
    private final PduDecoder decoder;
    private Listener listener = new Nobody();
    private Optional<PduEvent> putBack = Optional.empty();
    private boolean held;
    private boolean handing;
    private boolean deaf;
    private final List<Runnable> waiting = new ArrayList<>();
    private Future<Void> lastWrite = Future.succeededFuture();
    private Optional<String> complaint = Optional.empty();
    private long lastSign = System.nanoTime();

    PduChannel(NetSocket socket, long maximumPduLength) {
        this.socket = socket;
        this.acknowledgement = new PromptAcknowledgement(socket);
        this.decoder = new PduDecoder(maximumPduLength);
    }

    void open(Listener heir) {
        listener = heir;
        socket.handler(this::read);
        socket.exceptionHandler(cause -> {
            complaint = TlsComplaint.about(cause);
            socket.close();
        });
        socket.closeHandler(nothing -> {
            deaf = true;
            listener.closed(complaint);
        });
    }

    private void read(Buffer read) {
        if (!deaf) {
            lastSign = System.nanoTime();
            decoder.feed(read);
            handOn();
        }
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

    /** Has the listener send encoded units with data, if the association still allows it. */
    void send(Buffer units) {
        listener.sending(units);
    }

    void write(Buffer encoded) {
        lastSign = System.nanoTime();
        lastWrite = socket.write(encoded);
        acknowledgement.wish();
    }

    boolean isCongested() {
        return socket.writeQueueFull();
    }

    /** Everybody who waits is told. */
    void whenDrained(Runnable action) {
        waiting.add(action);
        socket.drainHandler(nothing -> {
            var told = List.copyOf(waiting);
            waiting.clear();
            told.forEach(Runnable::run);
        });
    }

    /**
     * Closes at once; what still comes in is ignored. Below Vert.x, whose sockets close when everything is written: a
     * peer that does not read would keep them for ever.
     */
    @SuppressWarnings("FutureReturnValueIgnored") // the close handler hears of it
    void close() {
        deaf = true;
        ((NetSocketInternal) socket).channelHandlerContext().close();
    }

    /** Closes when everything is written. */
    void closeWhenWritten() {
        deaf = true;
        lastWrite.onComplete(done -> close());
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
        public void sending(Buffer units) {}

        @Override
        public void malformed(UnableToReadPdu refusal) {}

        @Override
        public void closed(Optional<String> cause) {}
    }
}
