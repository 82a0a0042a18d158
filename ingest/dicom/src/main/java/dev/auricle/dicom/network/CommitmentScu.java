package dev.auricle.dicom.network;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Asks an archive to commit itself to instances, and waits for its report: on the same association, or on one that the
 * archive opens to a server of ours whose {@link Services} have this as their reports.
 */
public final class CommitmentScu implements CommitmentReports {
    private static final DimseStatus NO_SUCH_TRANSACTION = new DimseStatus(0x0112, "");

    private final DicomNetwork network;
    private final AssociationTimeouts timeouts;
    private final Supplier<String> transactions;
    private final Map<String, Promise<CommitmentReport>> awaited = new ConcurrentHashMap<>();

    /** The transactions are UIDs, no two alike. */
    public CommitmentScu(DicomNetwork network, AssociationTimeouts timeouts, Supplier<String> transactions) {
        this.network = network;
        this.timeouts = timeouts;
        this.transactions = transactions;
    }

    /** The report; fails with {@link UnableToCommit} where the archive refuses to make one, or makes none in time. */
    public Future<CommitmentReport> commit(Peer archive, List<InstanceReference> instances, Duration patience) {
        var request = new CommitmentRequest(transactions.get(), instances);
        var reported = Promise.<CommitmentReport>promise();
        awaited.put(request.transaction(), reported);
        return network.connect(archive, AssociationOffer.of(CommitmentRequest.SOP_CLASS), timeouts)
                .compose(association -> ask(association, request)
                        .compose(asked -> inTime(reported.future(), patience))
                        .eventually(association::release))
                .onComplete(done -> awaited.remove(request.transaction()));
    }

    /** A report from an association that an archive opened. */
    @Override
    public Future<DimseStatus> report(CommitmentReport report) {
        var reported = awaited.get(report.transaction());
        if (reported == null) {
            return Future.succeededFuture(NO_SUCH_TRANSACTION);
        }
        reported.tryComplete(report);
        return Future.succeededFuture(DimseStatus.SUCCESS);
    }

    private Future<Void> ask(Association association, CommitmentRequest request) {
        return association
                .commit(request, this)
                .compose(status -> status.isSuccess()
                        ? Future.succeededFuture()
                        : Future.failedFuture(new UnableToCommit("the archive answered " + status)));
    }

    private static Future<CommitmentReport> inTime(Future<CommitmentReport> reported, Duration patience) {
        var inTime = reported.toCompletionStage().toCompletableFuture();
        return Future.fromCompletionStage(inTime.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS))
                .recover(late -> Future.failedFuture(new UnableToCommit("no report within " + patience)));
    }
}
