package dev.auricle.dicom.network;

import dev.auricle.dicom.dictionary.DicomException;
import dev.auricle.dicom.pdu.Abort;
import dev.auricle.dicom.pdu.AssociateAccept;
import dev.auricle.dicom.pdu.AssociateReject;
import dev.auricle.dicom.pdu.AssociateRequest;
import dev.auricle.dicom.pdu.Fragment;
import dev.auricle.dicom.pdu.Pdu;
import dev.auricle.dicom.pdu.PduDecoder;
import dev.auricle.dicom.pdu.PduEncoder;
import dev.auricle.dicom.pdu.UnableToReadPdu;
import dev.auricle.dicom.upper.Event;
import dev.auricle.dicom.upper.Machine;
import dev.auricle.dicom.upper.State;
import dev.auricle.dicom.upper.Transport;
import dev.auricle.dicom.upper.User;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Optional;

/** One end of an association without a socket: decoder, machine, rules and command reader, as the real ends have them. */
final class InMemoryEnd implements Transport, User {
    private static final ContextPolicy CONTEXTS = ContextPolicy.archive();

    private final PduDecoder decoder = new PduDecoder(1 << 16);
    private final CommandReader commands = new CommandReader();
    private final Machine machine;
    private boolean closed;
    private boolean deaf;
    private boolean timing;
    private int units;

    private InMemoryEnd(Machine.Role role) {
        machine = new Machine(role, this, this);
    }

    /** Waits for a request. */
    static InMemoryEnd acceptor() {
        var end = new InMemoryEnd(Machine.Role.ACCEPTOR);
        end.machine.happen(Event.TRANSPORT_INDICATION);
        return end;
    }

    /** Has asked. */
    static InMemoryEnd requestor() {
        var end = new InMemoryEnd(Machine.Role.REQUESTOR);
        end.machine.happen(new Event.Associate(RawPeer.request()));
        end.machine.happen(Event.TRANSPORT_CONFIRM);
        return end;
    }

    /** Takes what came, as a channel does. */
    void read(Buffer bytes) {
        if (deaf || closed) {
            return;
        }
        decoder.feed(bytes);
        try {
            for (var unit = decoder.next(); unit.isPresent() && !closed; unit = decoder.next()) {
                units++;
                machine.happen(new Event.Received(unit.get()));
            }
        } catch (UnableToReadPdu refusal) {
            deaf = true;
            machine.happen(new Event.Invalid(refusal));
        }
    }

    void cut() {
        machine.happen(new Event.Closed(new UnableToExchange("cut")));
    }

    State state() {
        return machine.state();
    }

    boolean isTiming() {
        return timing;
    }

    /** How many units were found in the bytes. */
    int units() {
        return units;
    }

    @Override
    public void connect() {
        // The bytes come without.
    }

    @Override
    public void send(Pdu unit) {
        send(PduEncoder.encode(unit));
    }

    @Override
    public void send(Buffer encoded) {
        if (closed) {
            throw new IllegalStateException("said into a closed connection");
        }
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public void startTimer() {
        timing = true;
    }

    @Override
    public void stopTimer() {
        timing = false;
    }

    @Override
    public Optional<AssociateReject> objection(AssociateRequest request) {
        return RequestRules.objection(request);
    }

    @Override
    public void asked(AssociateRequest request) {
        var answers = CONTEXTS.answer(request.contexts());
        var user = UserOffers.answer(
                request.user(), 1 << 16, List.copyOf(request.user().roleSelections()), Services.NONE);
        machine.happen(new Event.Accept(new AssociateAccept(request.titles(), answers, user)));
    }

    @Override
    public void received(Fragment fragment) {
        if (fragment.kind() == Fragment.Kind.COMMAND) {
            commands.add(fragment);
        }
    }

    @Override
    public void releaseAsked() {
        machine.happen(Event.RELEASE_RESPONSE);
    }

    @Override
    public void aborted(Abort abort) {
        // Nobody to tell.
    }

    @Override
    public void failed(DicomException why) {
        // Nobody to tell.
    }
}
