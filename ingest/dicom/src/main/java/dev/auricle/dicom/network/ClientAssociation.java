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
import dev.auricle.dicom.pdu.UnableToReadPdu;
import dev.auricle.dicom.upper.Event;
import dev.auricle.dicom.upper.State;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One association seen from the user: how it comes about and how it ends. What is said in between is the
 * {@link Dialogue}'s.
 */
final class ClientAssociation implements UpperLayer.Owner, VertxAssociation.Carrier {
    private static final int MAXIMUM_PDU = 1 << 17;
    private static final int VERSION_1 = 1;

    /** Who called. Kept as long as the association is: Vert.x closes the connections of a client it finds unused. */
    record Caller(Vertx vertx, NetClient client) {}

    private final Caller caller;
    private final Peer peer;
    private final AssociationTimeouts timeouts;
    private final UpperLayer upper;
    private final Promise<Association> established = Promise.promise();
    private final Promise<Void> released = Promise.promise();
    private List<ProposedContext> proposed = List.of();
    private Optional<Dialogue> dialogue = Optional.empty();
    private long timer = -1;

    ClientAssociation(Caller caller, Peer peer, AssociationTimeouts timeouts, Supplier<Future<NetSocket>> dial) {
        this.caller = caller;
        this.peer = peer;
        this.timeouts = timeouts;
        var setting = new UpperLayer.Setting(caller.vertx(), timeouts.negotiation(), MAXIMUM_PDU);
        this.upper = UpperLayer.requestor(setting, this, () -> dial.get().onSuccess(socket -> awaitAnswer()));
    }

    Future<Association> request(AssociationOffer offer) {
        proposed = offer.contexts();
        upper.happen(new Event.Associate(new AssociateRequest(
                VERSION_1,
                new AssociationTitles(peer.calledAe(), peer.callingAe()),
                proposed,
                UserOffers.request(MAXIMUM_PDU, offer))));
        return established.future();
    }

    private void awaitAnswer() {
        expect("no answer to the request for association in time");
    }

    @Override
    public Future<Void> release() {
        upper.happen(Event.RELEASE_REQUEST);
        expect("no answer to the request for release in time");
        return released.future();
    }

    @Override
    public void abort(String why) {
        upper.happen(Event.ABORT_REQUEST);
        over(new UnableToExchange(peer + ": " + why));
    }

    @Override
    public void accepted(AssociateAccept answer) {
        caller.vertx().cancelTimer(timer);
        if (!RequestRules.canTake(answer.user().maximumLength())) {
            abort("takes no unit that is long enough for anything");
            return;
        }
        var channel = upper.channel();
        var context = caller.vertx().getOrCreateContext();
        var agreement =
                new Agreement(info(), proposed, answer.contexts(), answer.user().maximumLength());
        var silence = new Invoker.Silence(timeouts.response(), this::isPeersTurn, this::abort);
        var invoker = new Invoker(channel, context, agreement, silence);
        var performer = new Performer(channel, context, agreement, invoker, Services.NONE);
        dialogue = Optional.of(new Dialogue(channel, context, agreement, performer, invoker));
        established.tryComplete(new VertxAssociation(context, agreement, invoker, performer, this));
    }

    private AssociationInfo info() {
        return new AssociationInfo(
                /* calledAe= */ peer.callingAe(),
                /* callingAe= */ peer.calledAe(),
                upper.channel().remoteHost(),
                Map.of());
    }

    private boolean isPeersTurn() {
        return !upper.channel().isHeld() && !isBusy();
    }

    private boolean isBusy() {
        return dialogue.map(Dialogue::isBusy).orElse(false);
    }

    @Override
    public void rejected(AssociateReject answer) {
        over(new UnableToAssociate(peer, answer));
    }

    @Override
    public void received(Fragment fragment) {
        dialogue.ifPresent(talk -> talk.received(fragment));
    }

    /** Agreed to at once. Where we have asked for the end ourselves, the peer's answer to that is still awaited. */
    @Override
    public void releaseAsked() {
        upper.happen(Event.RELEASE_RESPONSE);
        if (upper.state() == State.STA13) {
            over(new UnableToExchange(peer + " released the association"));
        }
    }

    @Override
    public void released() {
        released.tryComplete();
        over(new UnableToExchange("the association is released"));
    }

    @Override
    public void aborted(Abort abort) {
        over(new UnableToExchange(peer + ": " + abort));
    }

    @Override
    public void failed(DicomException why) {
        if (why instanceof UnableToReadPdu refusal) {
            over(new UnableToExchange(peer + " sent " + refusal.complaint()));
        } else {
            over(why instanceof UnableToExchange ? new UnableToExchange(peer + " " + why.getMessage()) : why);
        }
    }

    @Override
    public boolean mustWait(PduEvent unit) {
        return isBusy() && !(unit instanceof Abort);
    }

    @Override
    public void disconnected() {
        over(new UnableToExchange(peer + " closed the connection"));
    }

    private void expect(String otherwise) {
        caller.vertx().cancelTimer(timer);
        timer = caller.vertx().setTimer(timeouts.negotiation().toMillis(), id -> abort(otherwise));
    }

    /** Idempotent: the first reason is the one that counts. */
    private void over(DicomException why) {
        caller.vertx().cancelTimer(timer);
        established.tryFail(why);
        released.tryFail(why);
        dialogue.ifPresent(talk -> talk.end(why));
        dialogue = Optional.empty();
    }
}
