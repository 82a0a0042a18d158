package dev.auricle.dicom.network;

import dev.auricle.dicom.dictionary.DicomException;
import dev.auricle.dicom.pdu.Pdu;
import dev.auricle.dicom.pdu.PduEncoder;
import dev.auricle.dicom.pdu.PduEvent;
import dev.auricle.dicom.pdu.UnableToReadPdu;
import dev.auricle.dicom.upper.Event;
import dev.auricle.dicom.upper.Machine;
import dev.auricle.dicom.upper.State;
import dev.auricle.dicom.upper.Transport;
import dev.auricle.dicom.upper.User;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** The upper layer of one association: the protocol machine on a socket, and its timer. On one event loop. */
final class UpperLayer implements Transport, PduChannel.Listener {
    /** What it belongs to: told of what the machine learns, and of the end of the connection. */
    interface Owner extends User {
        /** Whether this unit is to wait until the channel is told to go on. */
        boolean mustWait(PduEvent unit);

        void disconnected();
    }

    /**
     * What it runs on.
     *
     * @param artim how long a connection may last that has no association yet, or no longer
     * @param maximumLength of the units we take, in bytes
     */
    record Setting(Vertx vertx, Duration artim, int maximumLength) {}

    private final Setting setting;
    private final Owner owner;
    private final Supplier<Future<NetSocket>> dial;
    private final Machine machine;
    private Optional<PduChannel> channel = Optional.empty();
    private long timer = -1;

    private UpperLayer(Setting setting, Machine.Role role, Owner owner, Supplier<Future<NetSocket>> dial) {
        this.setting = setting;
        this.owner = owner;
        this.dial = dial;
        this.machine = new Machine(role, this, owner);
    }

    /** For an association that we ask for, on the connection that dialling gives. */
    static UpperLayer requestor(Setting setting, Owner owner, Supplier<Future<NetSocket>> dial) {
        return new UpperLayer(setting, Machine.Role.REQUESTOR, owner, dial);
    }

    /** For an association that we are asked for; {@link #open} gives it its connection. */
    static UpperLayer acceptor(Setting setting, Owner owner) {
        return new UpperLayer(
                setting, Machine.Role.ACCEPTOR, owner, () -> Future.failedFuture("acceptors do not call"));
    }

    void open(NetSocket socket) {
        attach(socket);
        happen(Event.TRANSPORT_INDICATION);
    }

    void happen(Event event) {
        machine.happen(event);
    }

    State state() {
        return machine.state();
    }

    /** Where messages come and go, once there is a connection. */
    PduChannel channel() {
        return channel.orElseThrow();
    }

    @Override
    public void connect() {
        dial.get().onSuccess(this::connected).onFailure(cause -> happen(new Event.Closed((DicomException) cause)));
    }

    private void connected(NetSocket socket) {
        if (machine.state() == State.STA4) {
            attach(socket);
            happen(Event.TRANSPORT_CONFIRM);
        } else {
            socket.close();
        }
    }

    private void attach(NetSocket socket) {
        var opened = new PduChannel(socket, setting.maximumLength());
        channel = Optional.of(opened);
        opened.open(this);
    }

    @Override
    public void send(Pdu unit) {
        send(PduEncoder.encode(unit));
    }

    @Override
    public void send(Buffer units) {
        channel.ifPresent(open -> open.write(units));
    }

    @Override
    public void close() {
        channel.ifPresent(PduChannel::close);
    }

    /** Also takes up reading, which may have been held for a user who is gone: the peer's end must be seen. */
    @Override
    public void startTimer() {
        stopTimer();
        timer = setting.vertx().setTimer(setting.artim().toMillis(), id -> happen(Event.ARTIM_EXPIRED));
        channel.filter(PduChannel::isHeld).ifPresent(PduChannel::goOn);
    }

    @Override
    public void stopTimer() {
        setting.vertx().cancelTimer(timer);
    }

    @Override
    public void received(PduEvent unit) {
        if (owner.mustWait(unit)) {
            channel().holdBefore(unit);
        } else {
            happen(new Event.Received(unit));
        }
    }

    @Override
    public void sending(Buffer units) {
        happen(new Event.Send(units));
    }

    @Override
    public void malformed(UnableToReadPdu refusal) {
        happen(new Event.Invalid(refusal));
    }

    @Override
    public void closed(Optional<String> cause) {
        happen(new Event.Closed(new UnableToExchange(
                "closed the connection" + cause.map(why -> ": " + why).orElse(""))));
        owner.disconnected();
    }
}
