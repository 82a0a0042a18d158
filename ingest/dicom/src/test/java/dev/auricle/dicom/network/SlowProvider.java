package dev.auricle.dicom.network;

import dev.auricle.dicom.pdu.AssociateAccept;
import dev.auricle.dicom.pdu.AssociateRequest;
import dev.auricle.dicom.pdu.AssociationTitles;
import dev.auricle.dicom.pdu.ContextResult;
import dev.auricle.dicom.pdu.Fragment;
import dev.auricle.dicom.pdu.Pdu;
import dev.auricle.dicom.pdu.PduDecoder;
import dev.auricle.dicom.pdu.PduEncoder;
import dev.auricle.dicom.pdu.PduEvent;
import dev.auricle.dicom.pdu.UserInformation;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** A provider that accepts, reads nothing until it is told to, and then, for a while, seven bytes at a time. */
final class SlowProvider implements AutoCloseable {
    private static final int AT_A_TIME = 7;
    private static final int FOR_A_WHILE = 1 << 16;
    private static final int AFTERWARDS = 1 << 14;
    private static final Pdu ACCEPT = new AssociateAccept(
            new AssociationTitles("A", "B"),
            List.of(ContextResult.accepted(1, RawPeer.IMPLICIT), ContextResult.accepted(3, Loopback.EXPLICIT)),
            new UserInformation(List.of()));

    private final ServerSocket listening;
    private final CountDownLatch mayRead;
    private final AtomicLong bytes = new AtomicLong();
    private final PduDecoder decoder = new PduDecoder(0);
    private final CommandReader commands = new CommandReader();

    SlowProvider(CountDownLatch mayRead) throws IOException {
        this.mayRead = mayRead;
        listening = new ServerSocket();
        listening.setReceiveBufferSize(1 << 14);
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        new Thread(this::serve).start();
    }

    Peer peer() {
        return new Peer("127.0.0.1", listening.getLocalPort(), "A", "B");
    }

    /** Of data sets. */
    long bytes() {
        return bytes.get();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private void serve() {
        try (var socket = listening.accept()) {
            var chunk = new byte[AFTERWARDS];
            for (int count = read(socket, chunk); count >= 0; count = read(socket, chunk)) {
                decoder.feed(Buffer.buffer().appendBytes(chunk, 0, count));
                for (var unit = decoder.next(); unit.isPresent(); unit = decoder.next()) {
                    answer(socket, unit.get());
                }
            }
        } catch (IOException | InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private int read(Socket socket, byte[] chunk) throws IOException {
        return socket.getInputStream().read(chunk, 0, bytes.get() < FOR_A_WHILE ? AT_A_TIME : AFTERWARDS);
    }

    private void answer(Socket socket, PduEvent unit) throws IOException, InterruptedException {
        if (unit instanceof AssociateRequest) {
            socket.getOutputStream().write(PduEncoder.encode(ACCEPT).getBytes());
            mayRead.await();
        } else if (unit instanceof Fragment fragment && fragment.kind() == Fragment.Kind.DATA_SET) {
            bytes.addAndGet(fragment.data().length());
            if (fragment.last()) {
                say(socket, 3, Command.storeRequest(1, instance()).answer(DimseStatus.SUCCESS));
            }
        } else if (unit instanceof Fragment fragment) {
            var command = commands.add(fragment);
            if (command.filter(said -> said.field() == Command.ECHO_REQUEST).isPresent()) {
                say(socket, 1, command.get().answer(DimseStatus.SUCCESS));
            }
        }
    }

    private static OutgoingInstance instance() {
        return new OutgoingInstance(Loopback.MR, "1.2", Loopback.EXPLICIT, InstanceSource::of);
    }

    private static void say(Socket socket, int context, Command command) throws IOException {
        socket.getOutputStream().write(PdvWriter.command(context, command, 0).getBytes());
    }
}
