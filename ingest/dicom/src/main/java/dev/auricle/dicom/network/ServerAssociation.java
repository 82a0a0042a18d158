package dev.auricle.dicom.network;

import dev.auricle.dicom.pdu.Abort;
import dev.auricle.dicom.pdu.AssociateAccept;
import dev.auricle.dicom.pdu.AssociateReject;
import dev.auricle.dicom.pdu.AssociateRequest;
import dev.auricle.dicom.pdu.AssociationTitles;
import dev.auricle.dicom.pdu.Fragment;
import dev.auricle.dicom.pdu.PduEvent;
import dev.auricle.dicom.pdu.ReleaseRequest;
import dev.auricle.dicom.pdu.ReleaseResponse;
import dev.auricle.dicom.pdu.UnableToReadPdu;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One association from the connection to its end, seen from the provider (PS3.8, 9.2): states 2, 6 and 13 of the
 * standard, the others being passed through at once.
 */
final class ServerAssociation implements PduChannel.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(ServerAssociation.class);

    private enum State {
        AWAITING_REQUEST,
        ESTABLISHED,
        AWAITING_CLOSE
    }

    private final PduChannel channel;
    private final Context context;
    private final Watch watch;
    private final Host host;
    private State state = State.AWAITING_REQUEST;
    private Optional<Dialogue> dialogue = Optional.empty();

    ServerAssociation(PduChannel channel, Vertx vertx, Context context, Host host) {
        this.channel = channel;
        this.context = context;
        this.watch = new Watch(vertx, channel);
        this.host = host;
    }

    void open() {
        channel.open(this);
        watch.expect(host.limits().negotiation(), () -> giveUp("no request for association in time"));
    }

    /** Ends the association because the server does. Any thread. */
    void abort() {
        context.runOnContext(nothing -> end(Abort.BY_USER, "the server closes"));
    }

    @Override
    public void received(PduEvent event) {
        if (event instanceof Abort abort) {
            end(abort.toString());
            channel.close();
        } else if (isBusy()) {
            // A peer should wait for its answer; one that does not is let wait.
            channel.holdBefore(event);
        } else if (state == State.AWAITING_REQUEST && event instanceof AssociateRequest request) {
            requested(request);
        } else if (state == State.ESTABLISHED && event instanceof Fragment fragment) {
            dialogue.ifPresent(talk -> talk.received(fragment));
        } else if (state == State.ESTABLISHED && event instanceof ReleaseRequest) {
            channel.send(new ReleaseResponse());
            awaitClose();
        } else if (state != State.AWAITING_CLOSE) {
            end(Abort.UNEXPECTED_PDU, "an unexpected PDU");
        }
    }

    @Override
    public void malformed(UnableToReadPdu refusal) {
        end(refusal.abort(), refusal.complaint());
    }

    @Override
    public void closed() {
        end("the connection was closed");
        host.left(this);
    }

    private void requested(AssociateRequest request) {
        var decision = decide(request);
        if (decision instanceof AssociationDecision.Accept accept) {
            accept(request, accept);
        } else if (decision instanceof AssociationDecision.Reject reject) {
            LOG.atInfo()
                    .addKeyValue("peer", channel.remoteHost())
                    .addKeyValue("reason", reject.reason())
                    .log("association rejected");
            channel.send(reject.reason());
            awaitClose();
        }
    }

    private AssociationDecision decide(AssociateRequest request) {
        if (!request.speaksVersion1()) {
            return new AssociationDecision.Reject(AssociateReject.PROTOCOL_VERSION_NOT_SUPPORTED);
        }
        if (!request.titles().applicationContext().equals(AssociationTitles.DICOM)) {
            return new AssociationDecision.Reject(AssociateReject.APPLICATION_CONTEXT_NOT_SUPPORTED);
        }
        return host.admit(this)
                .<AssociationDecision>map(AssociationDecision.Reject::new)
                .orElseGet(() -> decide(proposal(request)));
    }

    private AssociationDecision decide(AssociationProposal proposal) {
        var decision = Guard.call(() -> Future.succeededFuture(host.policy().decide(proposal)));
        if (decision.succeeded()) {
            return decision.result();
        }
        LOG.atError()
                .addKeyValue("cause", decision.cause().getClass().getName())
                .log("the policy failed to decide");
        return new AssociationDecision.Reject(AssociateReject.NO_REASON_GIVEN);
    }

    private AssociationProposal proposal(AssociateRequest request) {
        return new AssociationProposal(
                request.titles().called(),
                request.titles().calling(),
                channel.remoteHost(),
                request.contexts(),
                request.user());
    }

    private void accept(AssociateRequest request, AssociationDecision.Accept accept) {
        var titles = request.titles();
        var info = new AssociationInfo(titles.called(), titles.calling(), channel.remoteHost(), accept.attributes());
        dialogue = Optional.of(dialogue(new Agreement(
                info, request.contexts(), accept.contexts(), request.user().maximumLength())));
        state = State.ESTABLISHED;
        channel.send(new AssociateAccept(
                titles,
                accept.contexts(),
                UserOffers.answer(request.user(), host.limits().maximumPduLength(), host.services())));
        watch.expectSigns(host.limits().idle(), this::isPeersTurn, () -> end(Abort.NOT_SPECIFIED, "idle too long"));
    }

    private Dialogue dialogue(Agreement agreement) {
        var silence = new Invoker.Silence(host.limits().idle(), this::isPeersTurn, why -> end(Abort.BY_USER, why));
        var invoker = new Invoker(channel, context, agreement, silence);
        var performer = new Performer(channel, context, agreement, invoker, host.services());
        return new Dialogue(channel, context, agreement, performer, invoker);
    }

    private boolean isPeersTurn() {
        return !channel.isHeld() && !isBusy();
    }

    private boolean isBusy() {
        return dialogue.map(Dialogue::isBusy).orElse(false);
    }

    private void awaitClose() {
        state = State.AWAITING_CLOSE;
        watch.expect(host.limits().negotiation(), channel::close);
    }

    private void giveUp(String why) {
        end(why);
        channel.close();
    }

    private void end(Abort lastWord, String why) {
        end(why);
        channel.close(lastWord);
    }

    /** Idempotent: a connection that was ended is then also closed. */
    private void end(String why) {
        if (state == State.ESTABLISHED) {
            LOG.atWarn().addKeyValue("peer", channel.remoteHost()).log("association ended: {}", why);
            dialogue.ifPresent(talk -> talk.end(new UnableToExchange(why)));
        }
        state = State.AWAITING_CLOSE;
        watch.stop();
    }

    /** What an association needs of the server it belongs to. */
    interface Host {
        AssociationLimits limits();

        AssociationPolicy policy();

        Services services();

        /** A place for one more association, or why there is none. */
        Optional<AssociateReject> admit(ServerAssociation association);

        /** The connection is closed. */
        void left(ServerAssociation association);
    }
}
