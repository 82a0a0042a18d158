package dev.auricle.dicom.network;

import dev.auricle.dicom.pdu.ContextResult;
import dev.auricle.dicom.pdu.ProposedContext;
import io.vertx.core.Future;
import java.util.List;

/**
 * An association with a provider. Operations run one after the other, in the order they were asked for. Where the
 * association ends before an operation does, the operation fails with {@link UnableToExchange}.
 */
public interface Association {
    /** The contexts that were proposed and accepted. */
    List<ProposedContext> accepted();

    /** What the peer said to each context. */
    List<ContextResult> answers();

    /** C-ECHO; the status of its answer. */
    Future<DimseStatus> echo();

    /** C-STORE; the status of its answer. Fails with {@link NoSuchContext} where none was accepted for it. */
    Future<DimseStatus> store(OutgoingInstance instance);

    /** Says goodbye, once the operations before it are done. */
    Future<Void> release();

    /** Ends it at once. */
    void abort();
}
