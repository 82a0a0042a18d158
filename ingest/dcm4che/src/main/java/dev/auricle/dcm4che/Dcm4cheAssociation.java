package dev.auricle.dcm4che;

import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.network.Association;
import dev.auricle.dicom.network.CommitmentReport;
import dev.auricle.dicom.network.CommitmentReports;
import dev.auricle.dicom.network.CommitmentRequest;
import dev.auricle.dicom.network.DimseStatus;
import dev.auricle.dicom.network.MatchSink;
import dev.auricle.dicom.network.NoSuchContext;
import dev.auricle.dicom.network.Operation;
import dev.auricle.dicom.network.OutgoingInstance;
import dev.auricle.dicom.network.Retrieved;
import dev.auricle.dicom.network.Services;
import dev.auricle.dicom.network.StoreScp;
import dev.auricle.dicom.network.SubOperations;
import dev.auricle.dicom.pdu.ContextResult;
import dev.auricle.dicom.pdu.ProposedContext;
import dev.auricle.dicom.query.Query;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.function.Consumer;
import org.dcm4che3.data.Tag;
import org.dcm4che3.net.Priority;

/** An association that dcm4che requested. */
final class Dcm4cheAssociation implements Association {
    private final Call call;
    private final Turns turns;
    private final EventLoop loop;

    Dcm4cheAssociation(Vertx vertx, Call call) {
        this.call = call;
        this.turns = new Turns(call);
        this.loop = new EventLoop(vertx);
        call.association().addAssociationListener(over -> turns.close());
    }

    @Override
    public List<ProposedContext> accepted() {
        return call.offer().contexts().stream()
                .filter(context ->
                        answers().stream().anyMatch(answer -> answer.id() == context.id() && answer.isAccepted()))
                .toList();
    }

    @Override
    public List<ContextResult> answers() {
        return call.association().getAAssociateAC().getPresentationContexts().stream()
                .map(context -> new ContextResult(
                        context.getPCID(), ContextResult.Outcome.of(context.getResult()), context.getTransferSyntax()))
                .toList();
    }

    @Override
    public Future<DimseStatus> echo() {
        return turns.take(() -> {
            require(SopClass.VERIFICATION.uid());
            var answer = call.association().cecho();
            answer.next();
            return new DimseStatus(answer.getCommand().getInt(Tag.Status, 0), "");
        });
    }

    @Override
    public Future<DimseStatus> store(OutgoingInstance instance) {
        return turns.take(() -> {
            var syntaxes = call.association().getTransferSyntaxesFor(instance.sopClass());
            if (syntaxes == null || !syntaxes.contains(instance.transferSyntax())) {
                throw new NoSuchContext(instance.sopClass(), instance.transferSyntax());
            }
            var source = instance.dataSet().get();
            var answers = answers(answer -> {});
            call.association()
                    .cstore(
                            instance.sopClass(),
                            instance.sopInstance(),
                            Priority.NORMAL,
                            (out, syntax) -> new Pouring(loop, source).into(out),
                            instance.transferSyntax(),
                            answers);
            return Turns.await(answers).status();
        });
    }

    @Override
    public Operation<DimseStatus> find(Query query, MatchSink matches) {
        var answers = answers(answer -> loop.await(() -> matches.match(answer.dataSet())));
        return turns.cancellable(answers, () -> {
            var sopClass = query.root().find();
            call.association()
                    .cfind(
                            sopClass,
                            Priority.NORMAL,
                            Translation.attributes(query.identifier()),
                            require(sopClass),
                            answers);
            return Turns.await(answers).status();
        });
    }

    @Override
    public Operation<Retrieved> move(Query query, String destination, Consumer<SubOperations> progress) {
        var answers = reporting(progress);
        return turns.cancellable(answers, () -> {
            var sopClass = query.root().move();
            var keys = Translation.attributes(query.identifier());
            call.association().cmove(sopClass, Priority.NORMAL, keys, require(sopClass), destination, answers);
            return Turns.await(answers).retrieved();
        });
    }

    @Override
    public Operation<Retrieved> get(Query query, StoreScp storage, Consumer<SubOperations> progress) {
        var answers = reporting(progress);
        return turns.cancellable(answers, () -> {
            var sopClass = query.root().get();
            var keys = Translation.attributes(query.identifier());
            var syntax = require(sopClass);
            call.performing().offer(Services.storing(storage));
            try {
                call.association().cget(sopClass, Priority.NORMAL, keys, syntax, answers);
                return Turns.await(answers).retrieved();
            } finally {
                call.performing().offer(Services.NONE);
            }
        });
    }

    @Override
    public Future<DimseStatus> commit(CommitmentRequest request, CommitmentReports reports) {
        return turns.take(() -> {
            var syntax = require(CommitmentRequest.SOP_CLASS);
            call.performing().offer(Services.NONE.withReports(reports));
            var answers = answers(answer -> {});
            call.association()
                    .naction(
                            CommitmentRequest.SOP_CLASS,
                            CommitmentRequest.SOP_INSTANCE,
                            CommitmentRequest.ACTION,
                            Translation.attributes(request.information()),
                            syntax,
                            answers);
            return Turns.await(answers).status();
        });
    }

    @Override
    public Future<DimseStatus> report(CommitmentReport report) {
        return turns.take(() -> {
            require(CommitmentRequest.SOP_CLASS);
            return Reporting.report(call.association(), report).get();
        });
    }

    @Override
    public Future<Void> release() {
        return turns.take(() -> {
                    call.association().release();
                    call.association().waitForSocketClose();
                    return call;
                })
                .mapEmpty();
    }

    @Override
    public void abort() {
        call.association().abort();
    }

    private Answers answers(Answers.Pending pending) {
        return new Answers(call.association().nextMessageID(), pending);
    }

    private Answers reporting(Consumer<SubOperations> progress) {
        return answers(answer -> loop.await(() -> {
            progress.accept(answer.subOperations());
            return Future.succeededFuture();
        }));
    }

    /** The transfer syntax in which a SOP class may be spoken of. */
    private String require(String sopClass) {
        var syntaxes = call.association().getTransferSyntaxesFor(sopClass);
        if (syntaxes == null || syntaxes.isEmpty()) {
            throw new NoSuchContext(sopClass, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN.uid());
        }
        return syntaxes.iterator().next();
    }
}
