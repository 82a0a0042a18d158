package dev.auricle.dicom.network;

import dev.auricle.dicom.dictionary.DicomException;
import dev.auricle.dicom.pdu.Abort;
import dev.auricle.dicom.pdu.Fragment;
import dev.auricle.dicom.pdu.UnableToReadPdu;
import io.vertx.core.Context;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The messages of an established association, from either end: a command, its data set if it has one, and then the
 * next. What the peer asks for goes to the {@link Performer}, what it answers to the {@link Invoker}. One message at a
 * time: the next is not read before the last is dealt with, so a slow application slows its own peer.
 */
final class Dialogue {
    /** A message whose data set is coming. */
    private record Incoming(int contextId, MessageReceiver receiver) {}

    private final PduChannel channel;
    private final Context context;
    private final Map<Integer, AcceptedContext> contexts;
    private final Performer performer;
    private final Invoker invoker;
    private final CommandReader commands = new CommandReader();
    private Optional<Incoming> incoming = Optional.empty();
    private boolean busy;
    private boolean over;

    Dialogue(PduChannel channel, Context context, Agreement agreement, Performer performer, Invoker invoker) {
        this.channel = channel;
        this.context = context;
        // A requestor that uses a number twice gets what it asked for first.
        this.contexts = agreement
                .contexts()
                .collect(Collectors.toMap(AcceptedContext::id, Function.identity(), (first, again) -> first));
        this.performer = performer;
        this.invoker = invoker;
    }

    /** Whether a message is being dealt with, and the peer should wait. */
    boolean isBusy() {
        return busy;
    }

    /** Must not be called while this is busy. */
    void received(Fragment fragment) {
        var accepted = Optional.ofNullable(contexts.get(fragment.contextId()))
                .orElseThrow(() -> new UnableToReadPdu(Abort.INVALID_PARAMETER, "a context that was not accepted"));
        if (fragment.kind() == Fragment.Kind.COMMAND) {
            command(accepted, fragment);
        } else {
            dataSet(fragment);
        }
    }

    /** The association is gone. */
    void end(DicomException cause) {
        if (over) {
            return;
        }
        over = true;
        incoming.ifPresent(message -> message.receiver().abort(cause));
        invoker.end(cause);
    }

    private void command(AcceptedContext accepted, Fragment fragment) {
        if (incoming.isPresent()) {
            throw new UnableToReadPdu(Abort.UNEXPECTED_PDU, "a command where a data set should be");
        }
        commands.add(fragment).ifPresent(command -> begin(accepted, command));
    }

    private void begin(AcceptedContext accepted, Command command) {
        var receiver = command.isRequest() ? performer.begin(accepted, command) : invoker.answered(accepted, command);
        if (command.hasDataSet()) {
            incoming = Optional.of(new Incoming(accepted.id(), receiver));
        } else {
            finish(receiver);
        }
    }

    private void dataSet(Fragment fragment) {
        var receiver = incoming.filter(message -> message.contextId() == fragment.contextId())
                .map(Incoming::receiver)
                .orElseThrow(() -> new UnableToReadPdu(Abort.UNEXPECTED_PDU, "a data set where a command should be"));
        var written = receiver.write(fragment.data());
        if (written.isComplete()) {
            written(fragment, receiver);
            return;
        }
        channel.hold();
        written.onComplete(done -> context.runOnContext(nothing -> {
            if (!over) {
                written(fragment, receiver);
                channel.goOn();
            }
        }));
    }

    private void written(Fragment fragment, MessageReceiver receiver) {
        if (fragment.last()) {
            incoming = Optional.empty();
            finish(receiver);
        }
    }

    /** The channel is not held yet: that the peer went away is to be heard. */
    private void finish(MessageReceiver receiver) {
        var ended = receiver.end();
        if (ended.isComplete()) {
            return;
        }
        busy = true;
        ended.onComplete(done -> context.runOnContext(nothing -> {
            busy = false;
            if (!over) {
                channel.goOn();
            }
        }));
    }
}
