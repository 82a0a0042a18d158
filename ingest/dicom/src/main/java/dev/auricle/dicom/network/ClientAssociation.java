package dev.auricle.dicom.network;

import dev.auricle.dicom.dictionary.DicomException;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.pdu.Abort;
import dev.auricle.dicom.pdu.AssociateAccept;
import dev.auricle.dicom.pdu.AssociateReject;
import dev.auricle.dicom.pdu.AssociateRequest;
import dev.auricle.dicom.pdu.AssociationTitles;
import dev.auricle.dicom.pdu.ContextResult;
import dev.auricle.dicom.pdu.Fragment;
import dev.auricle.dicom.pdu.PduEvent;
import dev.auricle.dicom.pdu.ProposedContext;
import dev.auricle.dicom.pdu.ReleaseRequest;
import dev.auricle.dicom.pdu.ReleaseResponse;
import dev.auricle.dicom.pdu.UnableToReadPdu;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.util.List;
import java.util.function.Supplier;

/** One association from the connection to its end, seen from the user (PS3.8, 9.2): states 5, 6 and 7. */
final class ClientAssociation implements Association, PduChannel.Listener, Transmission.Pace {
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

    @SuppressWarnings("UnusedVariable") // held, see Caller
    private final Caller caller;

    private final PduChannel channel;
    private final Context context;
    private final Watch watch;
    private final Peer peer;
    private final AssociationTimeouts timeouts;
    private final CommandReader commands = new CommandReader();
    private final Promise<Association> established = Promise.promise();
    private final Promise<Void> released = Promise.promise();
    private State state = State.REQUESTING;
    private List<ProposedContext> proposed = List.of();
    private List<ContextResult> answers = List.of();
    private long peersMaximumLength;
    private Promise<StoreStatus> awaited = Promise.promise();
    private int messageId;
    private Future<Void> lastOperation = Future.succeededFuture();

    ClientAssociation(Caller caller, NetSocket socket, Peer peer, AssociationTimeouts timeouts) {
        this.caller = caller;
        this.channel = new PduChannel(socket, MAXIMUM_PDU);
        this.context = caller.vertx().getOrCreateContext();
        this.watch = new Watch(caller.vertx(), channel);
        this.peer = peer;
        this.timeouts = timeouts;
    }

    Future<Association> request(List<ProposedContext> contexts) {
        proposed = List.copyOf(contexts);
        channel.open(this);
        channel.send(new AssociateRequest(
                VERSION_1,
                new AssociationTitles(peer.calledAe(), peer.callingAe()),
                proposed,
                UserOffers.request(MAXIMUM_PDU)));
        watch.expect(timeouts.negotiation(), () -> give("no answer to the request for association in time"));
        return established.future();
    }

    @Override
    public List<ProposedContext> accepted() {
        return proposed.stream()
                .filter(context ->
                        answers.stream().anyMatch(answer -> answer.id() == context.id() && answer.isAccepted()))
                .toList();
    }

    @Override
    public List<ContextResult> answers() {
        return answers;
    }

    @Override
    public Future<StoreStatus> echo() {
        return inTurn(() -> {
            int id = contextFor(SopClass.VERIFICATION.uid(), TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN.uid());
            var answer = expectAnswer();
            channel.send(PdvWriter.command(id, Command.echoRequest(messageId), peersMaximumLength));
            return answer;
        });
    }

    @Override
    public Future<StoreStatus> store(OutgoingInstance instance) {
        return inTurn(() -> {
            int id = contextFor(instance.sopClass(), instance.transferSyntax());
            // Opened before the command goes: a data set that cannot be had then costs the association nothing.
            var source = instance.dataSet().get();
            var answer = expectAnswer();
            watch.stop();
            channel.send(PdvWriter.command(id, Command.storeRequest(messageId, instance), peersMaximumLength));
            var writer = new PdvWriter(id, Fragment.Kind.DATA_SET, peersMaximumLength);
            var sent = new Transmission(channel, context, this, writer, source).start();
            sent.onSuccess(nothing -> awaitAnswer()).onFailure(this::fail);
            return Future.all(answer, sent).map(both -> answer.result());
        });
    }

    @Override
    public Future<Void> release() {
        return inTurn(() -> {
            state = State.RELEASING;
            channel.send(new ReleaseRequest());
            watch.expect(timeouts.negotiation(), () -> give("no answer to the request for release in time"));
            return released.future();
        });
    }

    @Override
    public void abort() {
        context.runOnContext(nothing -> give("aborted by us"));
    }

    @Override
    public void received(PduEvent event) {
        if (event instanceof AssociateAccept accept && state == State.REQUESTING) {
            accepted(accept);
        } else if (event instanceof AssociateReject reject && state == State.REQUESTING) {
            over(new UnableToAssociate(peer, reject));
        } else if (event instanceof Fragment fragment && fragment.kind() == Fragment.Kind.COMMAND) {
            commands.add(fragment).ifPresent(this::answered);
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

    @Override
    public void waiting() {
        watch.expect(timeouts.response(), () -> give("stopped taking a data set"));
    }

    @Override
    public void moving() {
        watch.stop();
    }

    private void accepted(AssociateAccept accept) {
        state = State.ESTABLISHED;
        answers = accept.contexts();
        peersMaximumLength = accept.user().maximumLength();
        watch.stop();
        established.tryComplete(this);
    }

    private void answered(Command command) {
        if (command.isRequest() || command.answeredMessageId() != messageId) {
            malformed(new UnableToReadPdu(Abort.UNEXPECTED_PDU, "an answer to something else"));
            return;
        }
        watch.stop();
        awaited.tryComplete(command.status());
    }

    /** Verification is asked for in whatever transfer syntax was accepted; it has no data set. */
    private int contextFor(String sopClass, String transferSyntax) {
        boolean any = sopClass.equals(SopClass.VERIFICATION.uid());
        return answers.stream()
                .filter(ContextResult::isAccepted)
                .filter(answer -> any || answer.transferSyntax().equals(transferSyntax))
                .filter(answer -> proposed.stream()
                        .anyMatch(asked -> asked.id() == answer.id()
                                && asked.abstractSyntax().equals(sopClass)))
                .mapToInt(ContextResult::id)
                .findFirst()
                .orElseThrow(() -> new NoSuchContext(sopClass, transferSyntax));
    }

    private Future<StoreStatus> expectAnswer() {
        messageId = messageId % 0xFFFF + 1;
        awaited = Promise.promise();
        awaitAnswer();
        return awaited.future();
    }

    private void awaitAnswer() {
        if (!awaited.future().isComplete()) {
            watch.expect(timeouts.response(), () -> give("no answer in time"));
        }
    }

    /** Runs the operation after all before it, on the association's event loop. */
    private <T> Future<T> inTurn(Supplier<Future<T>> operation) {
        var result = Promise.<T>promise();
        context.runOnContext(nothing -> {
            var mine = lastOperation.transform(before -> run(operation));
            lastOperation = mine.transform(done -> Future.succeededFuture());
            mine.onComplete(result);
        });
        return result.future();
    }

    private <T> Future<T> run(Supplier<Future<T>> operation) {
        if (state != State.ESTABLISHED) {
            return Future.failedFuture(new UnableToExchange("the association with " + peer + " is over"));
        }
        return Guard.call(operation);
    }

    private void fail(Throwable cause) {
        channel.close(Abort.BY_USER);
        over(new UnableToExchange(
                "the data set could not be sent: " + cause.getClass().getSimpleName()));
    }

    private void give(String why) {
        channel.close(Abort.BY_USER);
        over(new UnableToExchange(peer + ": " + why));
    }

    /** Idempotent: a connection that is over is then also closed. */
    private void over(DicomException why) {
        state = State.OVER;
        watch.stop();
        established.tryFail(why);
        awaited.tryFail(why);
        released.tryFail(why);
        channel.close();
    }
}
