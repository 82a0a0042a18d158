package dev.auricle.dicom.network;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.pdu.ContextResult;
import dev.auricle.dicom.pdu.ProposedContext;
import dev.auricle.dicom.query.Query;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The operations of an association we asked for: what each asks of the peer, and what it makes of the answers. */
final class VertxAssociation implements Association {
    /** What carries the messages. Called on its event loop. */
    interface Carrier {
        /** Says goodbye; complete when the peer did, too. */
        Future<Void> release();

        /** Ends the association at once; the dialogue is told by {@link Dialogue#end}. */
        void abort(String why);
    }

    private final Context context;
    private final Agreement agreement;
    private final Invoker invoker;
    private final Performer performer;
    private final Carrier carrier;

    VertxAssociation(Context context, Agreement agreement, Invoker invoker, Performer performer, Carrier carrier) {
        this.context = context;
        this.agreement = agreement;
        this.invoker = invoker;
        this.performer = performer;
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
        return invoker.inTurn(() -> {
            var in = agreement.require(SopClass.VERIFICATION.uid());
            var command = Command.echoRequest(invoker.nextMessageId());
            return invoker.ask(new Invoker.Request(in, command, Optional.empty()))
                    .map(Invoker.Answer::status);
        });
    }

    @Override
    public Future<DimseStatus> store(OutgoingInstance instance) {
        return invoker.inTurn(() -> {
            var in = agreement.require(instance.sopClass(), instance.transferSyntax());
            // Opened before the command goes: a data set that cannot be had then costs the association nothing.
            var source = instance.dataSet().get();
            var command = Command.storeRequest(invoker.nextMessageId(), instance);
            return invoker.ask(new Invoker.Request(in, command, Optional.of(source)))
                    .map(Invoker.Answer::status);
        });
    }

    @Override
    public Operation<DimseStatus> find(Query query, MatchSink matches) {
        return Cancellation.of(invoker, context, cancellation -> {
            var sopClass = query.root().find();
            var command = Command.queryRequest(Command.FIND_REQUEST, sopClass, invoker.nextMessageId());
            var gathering = new MatchGathering(matches, cancellation);
            return cancellation
                    .ask(request(command, query, gathering::take))
                    .compose(last -> gathering.outcome(last.status()));
        });
    }

    @Override
    public Operation<Retrieved> move(Query query, String destination, Consumer<SubOperations> progress) {
        return Cancellation.of(invoker, context, cancellation -> {
            var command = Command.moveRequest(query.root().move(), invoker.nextMessageId(), destination);
            return cancellation
                    .ask(request(command, query, reporting(progress)))
                    .map(VertxAssociation::retrieved);
        });
    }

    @Override
    public Operation<Retrieved> get(Query query, StoreScp storage, Consumer<SubOperations> progress) {
        return Cancellation.of(invoker, context, cancellation -> {
            var sopClass = query.root().get();
            var command = Command.queryRequest(Command.GET_REQUEST, sopClass, invoker.nextMessageId());
            var request = request(command, query, reporting(progress));
            performer.offer(Services.storing(storage));
            return cancellation
                    .ask(request)
                    .map(VertxAssociation::retrieved)
                    .onComplete(done -> performer.offer(Services.NONE));
        });
    }

    @Override
    public Future<DimseStatus> commit(CommitmentRequest request, CommitmentReports reports) {
        return invoker.inTurn(() -> {
            performer.offer(Services.NONE.withReports(reports));
            return invoker.ask(CommitmentRequest.SOP_CLASS, Command::actionRequest, request.information());
        });
    }

    @Override
    public Future<DimseStatus> report(CommitmentReport report) {
        return invoker.report(report);
    }

    @Override
    public Future<Void> release() {
        return invoker.inTurn(carrier::release);
    }

    @Override
    public void abort() {
        context.runOnContext(nothing -> carrier.abort("aborted by us"));
    }

    private Invoker.Request request(Command command, Query query, Function<Invoker.Answer, Future<Void>> pending) {
        return new Invoker.Request(
                agreement.require(command.sopClass()),
                command,
                Optional.of(agreement.encode(command.sopClass(), query.identifier())),
                pending);
    }

    private static Function<Invoker.Answer, Future<Void>> reporting(Consumer<SubOperations> progress) {
        return answer -> {
            progress.accept(answer.command().subOperations());
            return Future.succeededFuture();
        };
    }

    private static Retrieved retrieved(Invoker.Answer last) {
        return new Retrieved(last.status(), last.command().subOperations(), failed(last.dataSet()));
    }

    private static List<String> failed(DataSet identifier) {
        return identifier
                .find(Tags.FAILED_SOP_INSTANCE_UID_LIST)
                .map(Value::strings)
                .orElse(List.of());
    }
}
