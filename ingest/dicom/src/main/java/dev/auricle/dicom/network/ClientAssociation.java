package dev.auricle.dicom.network;

import dev.auricle.dicom.dictionary.DicomException;
import dev.auricle.dicom.pdu.Abort;
import dev.auricle.dicom.pdu.AssociateAccept;
import dev.auricle.dicom.pdu.AssociateReject;
import dev.auricle.dicom.pdu.AssociateRequest;
import dev.auricle.dicom.pdu.AssociationTitles;
import dev.auricle.dicom.pdu.Fragment;
import dev.auricle.dicom.pdu.PduEvent;
import dev.auricle.dicom.pdu.ProposedContext;
import dev.auricle.dicom.pdu.ReleaseRequest;
import dev.auricle.dicom.pdu.ReleaseResponse;
import dev.auricle.dicom.pdu.UnableToReadPdu;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One association from the connection to its end, seen from the user (PS3.8, 9.2): states 5, 6 and 7. What is said in
 * between is the {@link Dialogue}'s.
 */
final class ClientAssociation implements PduChannel.Listener, VertxAssociation.Carrier {
    private static final int MAXIMUM_PDU = 1 << 17;
    private static final int VERSION_1 = 1;

    /** Who called. Kept as long as the association is: Vert.x closes the connections of a client it finds unused. */
    record Caller(Vertx vertx, NetClient client) {}

    private enum State {
        REQUESTING,
        ESTABLISHED,
        RELEASING,
        OVER
    }

    private final Caller caller;
    private final PduChannel channel;
    private final Watch watch;
    private final Peer peer;
    private final AssociationTimeouts timeouts;
    private final Promise<Association> established = Promise.promise();
    private final Promise<Void> released = Promise.promise();
    private State state = State.REQUESTING;
    private List<ProposedContext> proposed = List.of();
    private Optional<Dialogue> dialogue = Optional.empty();

    ClientAssociation(Caller caller, NetSocket socket, Peer peer, AssociationTimeouts timeouts) {
        this.caller = caller;
        this.channel = new PduChannel(socket, MAXIMUM_PDU);
        this.watch = new Watch(caller.vertx(), channel);
        this.peer = peer;
        this.timeouts = timeouts;
    }

    Future<Association> request(AssociationOffer offer) {
        proposed = offer.contexts();
        channel.open(this);
        channel.send(new AssociateRequest(
                VERSION_1,
                new AssociationTitles(peer.calledAe(), peer.callingAe()),
                proposed,
                UserOffers.request(MAXIMUM_PDU, offer)));
        watch.expect(timeouts.negotiation(), () -> abort("no answer to the request for association in time"));
        return established.future();
    }

    @Override
    public Future<Void> release() {
        state = State.RELEASING;
        channel.send(new ReleaseRequest());
        watch.expect(timeouts.negotiation(), () -> abort("no answer to the request for release in time"));
        return released.future();
    }

    @Override
    public void abort(String why) {
        channel.close(Abort.BY_USER);
        over(new UnableToExchange(peer + ": " + why));
    }

    @Override
    public void received(PduEvent event) {
        if (isBusy() && !(event instanceof Abort)) {
            channel.holdBefore(event);
        } else if (event instanceof AssociateAccept accept && state == State.REQUESTING) {
            accepted(accept);
        } else if (event instanceof AssociateReject reject && state == State.REQUESTING) {
            over(new UnableToAssociate(peer, reject));
        } else if (event instanceof Fragment fragment && dialogue.isPresent()) {
            dialogue.get().received(fragment);
        } else if (event instanceof ReleaseResponse && state == State.RELEASING) {
            released.tryComplete();
            over(new UnableToExchange("the association is released"));
        } else if (event instanceof ReleaseRequest) {
            channel.send(new ReleaseResponse());
            over(new UnableToExchange(peer + " released the association"));
        } else if (event instanceof Abort abort) {
            over(new UnableToExchange(peer + ": " + abort));
        } else {
            malformed(new UnableToReadPdu(Abort.UNEXPECTED_PDU, "an unexpected PDU"));
        }
    }

    @Override
    public void malformed(UnableToReadPdu refusal) {
        channel.close(refusal.abort());
        over(new UnableToExchange(peer + " sent " + refusal.complaint()));
    }

    @Override
    public void closed() {
        over(new UnableToExchange(peer + " closed the connection"));
    }

    private void accepted(AssociateAccept accept) {
        state = State.ESTABLISHED;
        watch.stop();
        var context = caller.vertx().getOrCreateContext();
        var agreement =
                new Agreement(info(), proposed, accept.contexts(), accept.user().maximumLength());
        var silence = new Invoker.Silence(timeouts.response(), this::isPeersTurn, this::abort);
        var invoker = new Invoker(channel, context, agreement, silence);
        var performer = new Performer(channel, context, agreement, invoker, Services.NONE);
        dialogue = Optional.of(new Dialogue(channel, context, agreement, performer, invoker));
        established.tryComplete(new VertxAssociation(context, agreement, invoker, performer, this));
    }

    private AssociationInfo info() {
        return new AssociationInfo(
                /* calledAe= */ peer.callingAe(), /* callingAe= */ peer.calledAe(), channel.remoteHost(), Map.of());
    }

    private boolean isPeersTurn() {
        return !channel.isHeld() && !isBusy();
    }

    private boolean isBusy() {
        return dialogue.map(Dialogue::isBusy).orElse(false);
    }

    /** Idempotent: a connection that is over is then also closed. */
    private void over(DicomException why) {
        state = State.OVER;
        watch.stop();
        established.tryFail(why);
        released.tryFail(why);
        dialogue.ifPresent(talk -> talk.end(why));
        channel.close();
    }
}
