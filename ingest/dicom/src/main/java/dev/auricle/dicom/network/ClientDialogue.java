package dev.auricle.dicom.network;

import dev.auricle.dicom.dictionary.DicomException;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.pdu.Abort;
import dev.auricle.dicom.pdu.ContextResult;
import dev.auricle.dicom.pdu.Fragment;
import dev.auricle.dicom.pdu.ProposedContext;
import dev.auricle.dicom.pdu.UnableToReadPdu;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The messages of an established association, seen from the user: one operation and its answer after the other. */
final class ClientDialogue implements Association, Transmission.Pace {
    /** What carries the messages. Called on its event loop. */
    interface Carrier {
        /** Says goodbye; complete when the peer did, too. */
        Future<Void> release();

        /** Ends the association at once; the dialogue is told by {@link ClientDialogue#end}. */
        void abort(String why);
    }

    private final PduChannel channel;
    private final Context context;
    private final Watch watch;
    private final Agreement agreement;
    private final Duration patience;
    private final Carrier carrier;
    private final CommandReader commands = new CommandReader();
    private Optional<DicomException> end = Optional.empty();
    private Promise<DimseStatus> awaited = Promise.promise();
    private int messageId;
    private Future<Void> lastOperation = Future.succeededFuture();

    /** The patience is for an answer, from the moment its request is sent whole. */
    ClientDialogue(PduChannel channel, Vertx vertx, Agreement agreement, Duration patience, Carrier carrier) {
        this.channel = channel;
        this.context = vertx.getOrCreateContext();
        this.watch = new Watch(vertx, channel);
        this.agreement = agreement;
        this.patience = patience;
        this.carrier = carrier;
    }

    @Override
    public List<ProposedContext> accepted() {
        return agreement.accepted();
    }

    @Override
    public List<ContextResult> answers() {
        return agreement.answers();
    }

    @Override
    public Future<DimseStatus> echo() {
        return inTurn(() -> {
            int id = agreement.contextFor(SopClass.VERIFICATION.uid(), TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN.uid());
            var answer = expectAnswer();
            send(id, Command.echoRequest(messageId));
            return answer;
        });
    }

    @Override
    public Future<DimseStatus> store(OutgoingInstance instance) {
        return inTurn(() -> {
            int id = agreement.contextFor(instance.sopClass(), instance.transferSyntax());
            // Opened before the command goes: a data set that cannot be had then costs the association nothing.
            var source = instance.dataSet().get();
            var answer = expectAnswer();
            watch.stop();
            send(id, Command.storeRequest(messageId, instance));
            var writer = new PdvWriter(id, Fragment.Kind.DATA_SET, agreement.peersMaximumLength());
            var sent = new Transmission(channel, context, this, writer, source).start();
            sent.onSuccess(nothing -> awaitAnswer()).onFailure(this::fail);
            return Future.all(answer, sent).map(both -> answer.result());
        });
    }

    @Override
    public Future<Void> release() {
        return inTurn(carrier::release);
    }

    @Override
    public void abort() {
        context.runOnContext(nothing -> carrier.abort("aborted by us"));
    }

    @Override
    public void waiting() {
        watch.expect(patience, () -> carrier.abort("stopped taking a data set"));
    }

    @Override
    public void moving() {
        watch.stop();
    }

    void received(Fragment fragment) {
        if (fragment.kind() != Fragment.Kind.COMMAND) {
            throw new UnableToReadPdu(Abort.UNEXPECTED_PDU, "a data set where a command should be");
        }
        commands.add(fragment).ifPresent(this::answered);
    }

    /** The association is gone. */
    void end(DicomException why) {
        end = Optional.of(why);
        watch.stop();
        awaited.tryFail(why);
    }

    private void answered(Command command) {
        if (command.isRequest() || command.answeredMessageId() != messageId) {
            throw new UnableToReadPdu(Abort.UNEXPECTED_PDU, "an answer to something else");
        }
        watch.stop();
        awaited.tryComplete(command.status());
    }

    private void send(int contextId, Command command) {
        channel.send(PdvWriter.command(contextId, command, agreement.peersMaximumLength()));
    }

    private Future<DimseStatus> expectAnswer() {
        messageId = messageId % 0xFFFF + 1;
        awaited = Promise.promise();
        awaitAnswer();
        return awaited.future();
    }

    private void awaitAnswer() {
        if (!awaited.future().isComplete()) {
            watch.expect(patience, () -> carrier.abort("no answer in time"));
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
        return end.isPresent()
                ? Future.failedFuture(new UnableToExchange(
                        "the association is over: " + end.get().getMessage()))
                : Guard.call(operation);
    }

    private void fail(Throwable cause) {
        carrier.abort("the data set could not be sent: " + cause.getClass().getSimpleName());
    }
}
