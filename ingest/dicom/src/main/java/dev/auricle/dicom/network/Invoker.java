package dev.auricle.dicom.network;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.DicomException;
import dev.auricle.dicom.pdu.Abort;
import dev.auricle.dicom.pdu.Fragment;
import dev.auricle.dicom.pdu.UnableToReadPdu;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Asks the peer for operations, one after the other, and hears its answers. Used on one event loop. */
final class Invoker implements Transmission.Pace {
    /**
     * How long a peer may be silent.
     *
     * @param patience while it is its turn
     * @param peersTurn whether it is
     * @param giveUp ends the association, and says why
     */
    record Silence(Duration patience, BooleanSupplier peersTurn, Consumer<String> giveUp) {}

    /** An answer; the data set is empty if it has none. */
    record Answer(Command command, DataSet dataSet) {
        DimseStatus status() {
            return command.status();
        }
    }

    /** A request, the data set that follows it, and what is done with all answers but the last. */
    record Request(
            AcceptedContext in,
            Command command,
            Optional<InstanceSource> dataSet,
            Function<Answer, Future<Void>> pending) {
        /** Answered once. */
        Request(AcceptedContext in, Command command, Optional<InstanceSource> dataSet) {
            this(in, command, dataSet, answer -> Future.succeededFuture());
        }
    }

    private record Outstanding(Request request, Promise<Answer> last) {}

    private final PduChannel channel;
    private final Context context;
    private final Watch watch;
    private final Agreement agreement;
    private final Silence silence;
    private Optional<Outstanding> outstanding = Optional.empty();
    private Optional<DicomException> end = Optional.empty();
    private Future<Void> lastOperation = Future.succeededFuture();
    private int messageId;

    Invoker(PduChannel channel, Context context, Agreement agreement, Silence silence) {
        this.channel = channel;
        this.context = context;
        this.watch = new Watch(context.owner(), channel);
        this.agreement = agreement;
        this.silence = silence;
    }

    /** Runs the operation after all before it, on the association's event loop. Any thread. */
    <T> Future<T> inTurn(Supplier<Future<T>> operation) {
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

    /** What the next request calls itself. */
    int nextMessageId() {
        messageId = messageId % 0xFFFF + 1;
        return messageId;
    }

    /** Tells the peer, in its turn, for which instances responsibility was taken. */
    Future<DimseStatus> report(CommitmentReport report) {
        return inTurn(() -> ask(
                CommitmentRequest.SOP_CLASS,
                message -> Command.eventRequest(message, report.event()),
                report.information()));
    }

    /** The status of the one answer to a request with information. */
    Future<DimseStatus> ask(String sopClass, IntFunction<Command> command, DataSet information) {
        var dataSet = agreement.encode(sopClass, information);
        var request = new Request(agreement.require(sopClass), command.apply(nextMessageId()), Optional.of(dataSet));
        return ask(request).map(Answer::status);
    }

    /** The last answer. */
    Future<Answer> ask(Request request) {
        var asked = new Outstanding(request, Promise.promise());
        outstanding = Optional.of(asked);
        send(request.in(), request.command());
        var sent = request.dataSet().map(source -> send(request.in(), source)).orElse(Future.succeededFuture());
        sent.onSuccess(nothing -> awaitAnswer())
                .onFailure(cause -> silence.giveUp()
                        .accept("the data set could not be sent: "
                                + cause.getClass().getSimpleName()));
        return Future.all(asked.last().future(), sent)
                .map(both -> asked.last().future().result());
    }

    /** Asks the peer to stop what it was asked for, if it is still at it. */
    void cancel(Request request) {
        outstanding
                .filter(asked -> asked.request().equals(request))
                .ifPresent(asked -> send(
                        request.in(), Command.cancelRequest(request.command().messageId())));
    }

    /** An answer to the request that is outstanding. */
    MessageReceiver answered(AcceptedContext in, Command command) {
        var asked = outstanding
                .filter(request -> request.request().command().messageId() == command.answeredMessageId())
                .orElseThrow(() -> new UnableToReadPdu(Abort.UNEXPECTED_PDU, "an answer to something else"));
        return new IdentifierReceiver(in, dataSet -> take(asked, new Answer(command, dataSet)));
    }

    /** The association is gone. */
    void end(DicomException why) {
        end = Optional.of(why);
        watch.stop();
        outstanding.ifPresent(asked -> asked.last().tryFail(why));
    }

    @Override
    public void waiting() {
        watch.expect(silence.patience(), () -> silence.giveUp().accept("stopped taking a data set"));
    }

    @Override
    public void moving() {
        watch.stop();
    }

    private Future<Void> take(Outstanding asked, Answer answer) {
        if (answer.status().isPending()) {
            return asked.request().pending().apply(answer);
        }
        watch.stop();
        outstanding = Optional.empty();
        asked.last().tryComplete(answer);
        return Future.succeededFuture();
    }

    private void send(AcceptedContext in, Command command) {
        channel.send(PdvWriter.command(in.id(), command, agreement.peersMaximumLength()));
    }

    private Future<Void> send(AcceptedContext in, InstanceSource dataSet) {
        var writer = new PdvWriter(in.id(), Fragment.Kind.DATA_SET, agreement.peersMaximumLength());
        return new Transmission(channel, context, this, writer, dataSet).start();
    }

    private void awaitAnswer() {
        if (outstanding.isPresent() && end.isEmpty()) {
            watch.expectSigns(
                    silence.patience(),
                    silence.peersTurn(),
                    () -> silence.giveUp().accept("no answer in time"));
        }
    }
}
