package dev.auricle.dicom.network;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/** Takes a request for storage commitment: answers that it came, and only then has the application look. */
final class CommitmentReceiver implements DataSetReceiver {
    private final CommitmentScp provider;
    private final AssociationInfo requestor;
    private final CommitmentReports reporting;
    private final InformationReceiver<CommitmentRequest> receiver;
    private Optional<CommitmentRequest> request = Optional.empty();

    CommitmentReceiver(
            AcceptedContext accepted, CommitmentScp provider, AssociationInfo requestor, CommitmentReports reporting) {
        this.provider = provider;
        this.requestor = requestor;
        this.reporting = reporting;
        this.receiver = new InformationReceiver<>(accepted, CommitmentRequest::of, this::take);
    }

    @Override
    public Future<Void> write(Buffer fragment) {
        return receiver.write(fragment);
    }

    @Override
    public Future<DimseStatus> end() {
        return receiver.end();
    }

    @Override
    public void abort(Throwable cause) {
        receiver.abort(cause);
    }

    @Override
    public void answered(DimseStatus status) {
        request.ifPresent(asked -> Guard.call(() -> {
            provider.requested(requestor, asked, reporting);
            return Future.succeededFuture();
        }));
    }

    private Future<DimseStatus> take(CommitmentRequest asked) {
        request = Optional.of(asked);
        return Future.succeededFuture(DimseStatus.SUCCESS);
    }
}
