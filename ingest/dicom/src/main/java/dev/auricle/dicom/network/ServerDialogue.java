package dev.auricle.dicom.network;

import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.pdu.Abort;
import dev.auricle.dicom.pdu.Fragment;
import dev.auricle.dicom.pdu.UnableToReadPdu;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import java.util.Map;
import java.util.Optional;

/**
 * The messages of an established association, seen from the provider: a command, its data set if it has one, the
 * answer, and then the next. One at a time, as an asynchronous operations window of one says.
 */
final class ServerDialogue {
    /** PS3.7, 9.1.5 and annex C: an operation nobody offered. */
    private static final DimseStatus UNRECOGNIZED_OPERATION = new DimseStatus(0x0211, "");

    /** What a peer was accepted for, and the length of the units it takes. */
    record Terms(AssociationInfo info, Map<Integer, Negotiated> contexts, long maximumLength) {}

    /** One accepted context; both as UIDs. */
    record Negotiated(String sopClass, String transferSyntax) {}

    private enum Turn {
        COMMAND,
        DATA_SET,
        ANSWER
    }

    private final PduChannel channel;
    private final Context context;
    private final Terms terms;
    private final StoreScp storage;
    private final CommandReader commands = new CommandReader();
    private Turn turn = Turn.COMMAND;
    private Optional<Command> request = Optional.empty();
    private int contextId;
    private DataSetReceiver receiver = DataSetReceiver.discarding(DimseStatus.SUCCESS);
    private Runnable answered = () -> {};
    private boolean over;

    ServerDialogue(PduChannel channel, Context context, Terms terms, StoreScp storage) {
        this.channel = channel;
        this.context = context;
        this.terms = terms;
        this.storage = storage;
    }

    /** Whether an answer is owed to the peer, who should wait for it. */
    boolean owesAnswer() {
        return turn == Turn.ANSWER;
    }

    /** Runs the action once the answer is given. */
    void whenAnswered(Runnable action) {
        answered = action;
    }

    void received(Fragment fragment) {
        if (!terms.contexts().containsKey(fragment.contextId())) {
            throw new UnableToReadPdu(Abort.INVALID_PARAMETER, "a context that was not accepted");
        }
        if (fragment.kind() == Fragment.Kind.COMMAND) {
            command(fragment);
        } else {
            dataSet(fragment);
        }
    }

    /** The association is gone. */
    void end(Throwable cause) {
        over = true;
        if (turn == Turn.DATA_SET) {
            receiver.abort(cause);
        }
    }

    private void command(Fragment fragment) {
        if (turn != Turn.COMMAND) {
            throw new UnableToReadPdu(Abort.UNEXPECTED_PDU, "a command where a data set should be");
        }
        contextId = fragment.contextId();
        commands.add(fragment).ifPresent(this::begin);
    }

    private void begin(Command command) {
        if (!command.isRequest()) {
            throw new UnableToReadPdu(Abort.UNEXPECTED_PDU, "an answer to nothing");
        }
        if (command.field() == Command.CANCEL_REQUEST) {
            return;
        }
        request = Optional.of(command);
        receiver = receiver(command);
        if (command.hasDataSet()) {
            turn = Turn.DATA_SET;
        } else {
            finish();
        }
    }

    private DataSetReceiver receiver(Command command) {
        var negotiated = negotiated();
        boolean known = command.field() == Command.ECHO_REQUEST || command.field() == Command.STORE_REQUEST;
        if (!known) {
            return DataSetReceiver.discarding(UNRECOGNIZED_OPERATION);
        }
        if (!command.sopClass().equals(negotiated.sopClass())) {
            return DataSetReceiver.discarding(DimseStatus.SOP_CLASS_NOT_SUPPORTED);
        }
        boolean verification = command.sopClass().equals(SopClass.VERIFICATION.uid());
        if (verification != (command.field() == Command.ECHO_REQUEST)) {
            return DataSetReceiver.discarding(UNRECOGNIZED_OPERATION);
        }
        return verification ? DataSetReceiver.discarding(DimseStatus.SUCCESS) : store(command, negotiated);
    }

    private DataSetReceiver store(Command command, Negotiated negotiated) {
        if (command.sopInstance().isEmpty() || !command.hasDataSet()) {
            return DataSetReceiver.discarding(DimseStatus.CANNOT_UNDERSTAND.because("no instance UID or data set"));
        }
        return SinkReceiver.begin(
                storage,
                new StoreRequest(terms.info(), command.sopClass(), command.sopInstance(), negotiated.transferSyntax()));
    }

    private Negotiated negotiated() {
        return terms.contexts().getOrDefault(contextId, new Negotiated("", ""));
    }

    private void dataSet(Fragment fragment) {
        if (turn != Turn.DATA_SET || fragment.contextId() != contextId) {
            throw new UnableToReadPdu(Abort.UNEXPECTED_PDU, "a data set where a command should be");
        }
        var written = receiver.write(fragment.data());
        if (written.isComplete()) {
            written(fragment);
            return;
        }
        channel.hold();
        written.onComplete(done -> context.runOnContext(nothing -> {
            if (!over) {
                written(fragment);
                channel.goOn();
            }
        }));
    }

    private void written(Fragment fragment) {
        if (fragment.last()) {
            finish();
        }
    }

    private void finish() {
        turn = Turn.ANSWER;
        var ended = receiver.end();
        if (ended.isComplete()) {
            answer(ended);
        } else {
            ended.onComplete(status -> context.runOnContext(nothing -> answer(status)));
        }
    }

    private void answer(AsyncResult<DimseStatus> result) {
        if (over) {
            return;
        }
        var status = result.succeeded() ? result.result() : DimseStatus.PROCESSING_FAILURE;
        request.map(command -> command.answer(status))
                .ifPresent(answer -> channel.send(PdvWriter.command(contextId, answer, terms.maximumLength())));
        request = Optional.empty();
        turn = Turn.COMMAND;
        var waiting = answered;
        answered = () -> {};
        waiting.run();
    }
}
