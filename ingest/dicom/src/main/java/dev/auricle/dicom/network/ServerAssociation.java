package dev.auricle.dicom.network;

import dev.auricle.dicom.dictionary.DicomException;
import dev.auricle.dicom.pdu.Abort;
import dev.auricle.dicom.pdu.AssociateAccept;
import dev.auricle.dicom.pdu.AssociateReject;
import dev.auricle.dicom.pdu.AssociateRequest;
import dev.auricle.dicom.pdu.Fragment;
import dev.auricle.dicom.pdu.PduEvent;
import dev.auricle.dicom.upper.Event;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetSocket;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One association seen from the provider: who is let in, and how it ends. What is said in between is the
 * {@link Dialogue}'s.
 */
final class ServerAssociation implements UpperLayer.Owner {
    private static final Logger LOG = LoggerFactory.getLogger(ServerAssociation.class);

    private final Vertx vertx;
    private final Context context;
    private final Host host;
    private final UpperLayer upper;
    private Optional<Established> established = Optional.empty();

    private record Established(Dialogue dialogue, Watch idle) {}

    ServerAssociation(Vertx vertx, Host host) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.host = host;
        var limits = host.limits();
        this.upper = UpperLayer.acceptor(
                new UpperLayer.Setting(vertx, limits.negotiation(), limits.maximumPduLength()), this);
    }

    void open(NetSocket socket) {
        upper.open(socket);
    }

    /** Ends the association because the server does, whether the peer closes the connection or not. Any thread. */
    void abort() {
        context.runOnContext(nothing -> {
            abort("the server closes");
            upper.channel().closeWhenWritten();
        });
    }

    @Override
    public Optional<AssociateReject> objection(AssociateRequest request) {
        return RequestRules.objection(request).or(() -> host.admit(this));
    }

    @Override
    public void asked(AssociateRequest request) {
        var decision = decide(proposal(request));
        if (decision instanceof AssociationDecision.Accept accept) {
            accept(request, accept);
        } else if (decision instanceof AssociationDecision.Reject reject) {
            LOG.atInfo()
                    .addKeyValue("peer", remoteHost())
                    .addKeyValue("reason", reject.reason())
                    .log("association rejected");
            upper.happen(new Event.Reject(reject.reason()));
        }
    }

    @Override
    public void received(Fragment fragment) {
        established.ifPresent(association -> association.dialogue().received(fragment));
    }

    /** Agreed to at once: no answer is owed then. An instance that has begun will not be finished. */
    @Override
    public void releaseAsked() {
        upper.happen(Event.RELEASE_RESPONSE);
        end(new UnableToExchange("the peer released the association"));
    }

    @Override
    public void aborted(Abort abort) {
        lose(abort.toString());
    }

    @Override
    public void failed(DicomException why) {
        lose(String.valueOf(why.getMessage()));
    }

    /** A peer should wait for its answer, and hear it; one that does not is let wait. */
    @Override
    public boolean mustWait(PduEvent unit) {
        if (unit instanceof Abort) {
            return false;
        }
        var channel = upper.channel();
        if (channel.isCongested()) {
            channel.whenDrained(channel::goOn);
            return true;
        }
        return isBusy();
    }

    @Override
    public void disconnected() {
        host.left(this);
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
                remoteHost(),
                request.contexts(),
                request.user());
    }

    private void accept(AssociateRequest request, AssociationDecision.Accept accept) {
        var titles = request.titles();
        var info = new AssociationInfo(titles.called(), titles.calling(), remoteHost(), accept.attributes());
        var dialogue = dialogue(new Agreement(
                info, request.contexts(), accept.contexts(), request.user().maximumLength()));
        var idle = new Watch(vertx, upper.channel());
        established = Optional.of(new Established(dialogue, idle));
        upper.happen(new Event.Accept(new AssociateAccept(
                titles,
                accept.contexts(),
                UserOffers.answer(
                        request.user(), host.limits().maximumPduLength(), accept.answers(), host.services()))));
        idle.expectSigns(host.limits().idle(), this::isPeersTurn, () -> abort("idle too long"));
    }

    private Dialogue dialogue(Agreement agreement) {
        var channel = upper.channel();
        var silence = new Invoker.Silence(host.limits().idle(), this::isPeersTurn, this::abort);
        var invoker = new Invoker(channel, context, agreement, silence);
        var performer = new Performer(channel, context, agreement, invoker, host.services());
        return new Dialogue(channel, context, agreement, performer, invoker);
    }

    /** To say something, or to hear what was said. */
    private boolean isPeersTurn() {
        var channel = upper.channel();
        return channel.isCongested() || (!channel.isHeld() && !isBusy());
    }

    private boolean isBusy() {
        return established.map(Established::dialogue).filter(Dialogue::isBusy).isPresent();
    }

    private String remoteHost() {
        return upper.channel().remoteHost();
    }

    private void abort(String why) {
        lose(why);
        upper.happen(Event.ABORT_REQUEST);
    }

    private void lose(String why) {
        if (established.isPresent()) {
            LOG.atWarn().addKeyValue("peer", remoteHost()).log("association ended: {}", why);
        }
        end(new UnableToExchange(why));
    }

    /** Idempotent. */
    private void end(UnableToExchange why) {
        established.ifPresent(association -> {
            association.idle().stop();
            association.dialogue().end(why);
        });
        established = Optional.empty();
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
