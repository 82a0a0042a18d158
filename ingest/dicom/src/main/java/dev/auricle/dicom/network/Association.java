package dev.auricle.dicom.network;

import dev.auricle.dicom.pdu.ContextResult;
import dev.auricle.dicom.pdu.ProposedContext;
import dev.auricle.dicom.query.Query;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.Consumer;

/**
 * An association with a provider. Operations run one after the other, in the order they were asked for. Where the
 * association ends before an operation does, the operation fails with {@link UnableToExchange}; where no context was
 * accepted for it, with {@link NoSuchContext}. What is called back is called on the association's event loop, and must
 * not block.
 */
public interface Association {
    /** The contexts that were proposed and accepted. */
    List<ProposedContext> accepted();

    /** What the peer said to each context. */
    List<ContextResult> answers();

    /** C-ECHO; the status of its answer. */
    Future<DimseStatus> echo();

    /** C-STORE; the status of its answer. */
    Future<DimseStatus> store(OutgoingInstance instance);

    /** C-FIND; the status of its last answer. */
    Operation<DimseStatus> find(Query query, MatchSink matches);

    /** C-MOVE: the peer sends what matches to another, which it knows by this AE title. Says how far it is. */
    Operation<Retrieved> move(Query query, String destination, Consumer<SubOperations> progress);

    /**
     * C-GET: the peer sends what matches on this association, in the contexts in which we offered to be the provider.
     * Says how far it is.
     */
    Operation<Retrieved> get(Query query, StoreScp storage, Consumer<SubOperations> progress);

    /**
     * N-ACTION of storage commitment; the status of its answer. The report comes later, to these reports if it comes on
     * this association.
     */
    Future<DimseStatus> commit(CommitmentRequest request, CommitmentReports reports);

    /** N-EVENT-REPORT of storage commitment, of which we offered to be the provider; the status of its answer. */
    Future<DimseStatus> report(CommitmentReport report);

    /** Says goodbye, once the operations before it are done. */
    Future<Void> release();

    /** Ends it at once. */
    void abort();
}
