package dev.auricle.dicom.upper;

import dev.auricle.dicom.pdu.Abort;
import dev.auricle.dicom.pdu.AssociateAccept;
import dev.auricle.dicom.pdu.AssociateReject;
import dev.auricle.dicom.pdu.AssociateRequest;
import dev.auricle.dicom.pdu.Fragment;
import dev.auricle.dicom.pdu.PduEvent;
import dev.auricle.dicom.pdu.ReleaseRequest;
import dev.auricle.dicom.pdu.ReleaseResponse;
import dev.auricle.dicom.pdu.UnableToReadPdu;
import java.util.Optional;

/**
 * One association's protocol machine (PS3.8, section 9.2), for a requestor as for an acceptor. Whatever happens is looked
 * up in the table; the state changes first, then the action is done, so that a user may answer an indication at once.
 * Not thread-safe: events happen one after the other, on one thread.
 */
public final class Machine {
    /** Who asked for the association. Makes a difference where both ends release it at the same time. */
    public enum Role {
        REQUESTOR,
        ACCEPTOR
    }

    private final Role role;
    private final Transport transport;
    private final User user;
    private State state = State.STA1;
    private Optional<AssociateRequest> wish = Optional.empty();

    public Machine(Role role, Transport transport, User user) {
        this.role = role;
        this.transport = transport;
        this.user = user;
    }

    public State state() {
        return state;
    }

    /** Does what the table says; nothing where it says nothing. */
    public void happen(Event event) {
        StateTable.action(state, event.kind()).ifPresent(action -> {
            switch (action) {
                case AE_1, AE_2, AE_3, AE_4, AE_5, AE_6, AE_7, AE_8 -> associate(action, event);
                case DT_1, DT_2 -> transfer(action, event);
                case AR_1, AR_2, AR_3, AR_4, AR_5, AR_6, AR_7, AR_8, AR_9, AR_10 -> release(action, event);
                case AA_1, AA_2, AA_3, AA_4, AA_5, AA_6, AA_7, AA_8 -> abort(action, event);
            }
        });
    }

    /** Table 9-6. */
    private void associate(Action action, Event event) {
        switch (action) {
            case AE_1 -> {
                state = State.STA4;
                wish = Optional.of(((Event.Associate) event).request());
                transport.connect();
            }
            case AE_2 -> {
                state = State.STA5;
                wish.ifPresent(transport::send);
            }
            case AE_3 -> {
                state = State.STA6;
                user.accepted((AssociateAccept) unit(event));
            }
            case AE_4 -> {
                state = State.STA1;
                transport.close();
                user.rejected((AssociateReject) unit(event));
            }
            case AE_5 -> {
                state = State.STA2;
                transport.startTimer();
            }
            case AE_6 -> {
                transport.stopTimer();
                consider((AssociateRequest) unit(event));
            }
            case AE_7 -> {
                state = State.STA6;
                transport.send(((Event.Accept) event).answer());
            }
            default -> reject(((Event.Reject) event).answer());
        }
    }

    private void consider(AssociateRequest request) {
        var objection = user.objection(request);
        if (objection.isPresent()) {
            reject(objection.get());
        } else {
            state = State.STA3;
            user.asked(request);
        }
    }

    private void reject(AssociateReject answer) {
        state = State.STA13;
        transport.send(answer);
        transport.startTimer();
    }

    /** Table 9-7. */
    private void transfer(Action action, Event event) {
        if (action == Action.DT_1) {
            transport.send(((Event.Send) event).units());
        } else {
            user.received((Fragment) unit(event));
        }
    }

    /** Table 9-8. */
    private void release(Action action, Event event) {
        switch (action) {
            case AR_1 -> {
                state = State.STA7;
                transport.send(new ReleaseRequest());
            }
            case AR_2 -> {
                state = State.STA8;
                user.releaseAsked();
            }
            case AR_3 -> {
                state = State.STA1;
                transport.close();
                user.released();
            }
            case AR_4 -> {
                state = State.STA13;
                transport.send(new ReleaseResponse());
                transport.startTimer();
            }
            case AR_5 -> {
                state = State.STA1;
                transport.stopTimer();
            }
            case AR_6 -> user.received((Fragment) unit(event));
            case AR_7 -> transport.send(((Event.Send) event).units());
            case AR_8 -> {
                state = role == Role.REQUESTOR ? State.STA9 : State.STA10;
                user.releaseAsked();
            }
            case AR_9 -> {
                state = State.STA11;
                transport.send(new ReleaseResponse());
            }
            default -> {
                state = State.STA12;
                user.released();
            }
        }
    }

    /** Table 9-9. */
    private void abort(Action action, Event event) {
        switch (action) {
            case AA_1 -> {
                state = State.STA13;
                transport.send(Abort.BY_USER);
                transport.startTimer();
            }
            case AA_2 -> {
                state = State.STA1;
                transport.stopTimer();
                transport.close();
            }
            case AA_3 -> {
                state = State.STA1;
                transport.close();
                user.aborted((Abort) unit(event));
            }
            case AA_4 -> {
                state = State.STA1;
                user.failed(((Event.Closed) event).why());
            }
            case AA_5 -> {
                state = State.STA1;
                transport.stopTimer();
            }
            case AA_6 -> {}
            case AA_7 -> transport.send(refusal(event).abort());
            default -> {
                state = State.STA13;
                transport.send(refusal(event).abort());
                transport.startTimer();
                user.failed(refusal(event));
            }
        }
    }

    private static UnableToReadPdu refusal(Event event) {
        return event instanceof Event.Invalid invalid
                ? invalid.refusal()
                : new UnableToReadPdu(Abort.UNEXPECTED_PDU, "an unexpected PDU");
    }

    private static PduEvent unit(Event event) {
        return ((Event.Received) event).unit();
    }
}
