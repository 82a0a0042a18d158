package dev.auricle.dicom.network;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.dictionary.Tags;
import java.util.List;

/**
 * For which instances responsibility was taken, and for which not (PS3.4, annex J): the information of an
 * N-EVENT-REPORT.
 *
 * @param transaction the UID that the request bore
 */
public record CommitmentReport(String transaction, List<InstanceReference> committed, List<Failure> failed) {
    /** Failure reason: the provider does not have the instance. */
    public static final int NO_SUCH_INSTANCE = 0x0112;

    private static final int ALL_COMMITTED = 1;
    private static final int FAILURES_EXIST = 2;

    /** One instance that is not safe, and the Failure Reason (PS3.3, C.14.1.1). */
    public record Failure(InstanceReference instance, int reason) {}

    public CommitmentReport {
        committed = List.copyOf(committed);
        failed = List.copyOf(failed);
    }

    /** Whether everything that was asked about is safe. */
    public boolean isComplete() {
        return failed.isEmpty();
    }

    /** The event that it is: 1 where everything is committed, else 2. */
    public int event() {
        return isComplete() ? ALL_COMMITTED : FAILURES_EXIST;
    }

    /** The information, as it travels. */
    public DataSet information() {
        var information = DataSet.builder().set(Tags.TRANSACTION_UID, transaction);
        if (!committed.isEmpty()) {
            information.items(
                    Tags.REFERENCED_SOP_SEQUENCE,
                    committed.stream().map(CommitmentRequest::item).toList());
        }
        if (!failed.isEmpty()) {
            information.items(
                    Tags.FAILED_SOP_SEQUENCE,
                    failed.stream().map(CommitmentReport::item).toList());
        }
        return information.build();
    }

    /** Read from the information, as it came. */
    public static CommitmentReport of(DataSet information) {
        return new CommitmentReport(
                information.require(Tags.TRANSACTION_UID).string(),
                information.items(Tags.REFERENCED_SOP_SEQUENCE).stream()
                        .map(CommitmentRequest::reference)
                        .toList(),
                information.items(Tags.FAILED_SOP_SEQUENCE).stream()
                        .map(CommitmentReport::failure)
                        .toList());
    }

    private static Failure failure(DataSet item) {
        int reason = item.find(Tags.FAILURE_REASON).map(Value::integer).orElse(DimseStatus.PROCESSING_FAILURE.code());
        return new Failure(CommitmentRequest.reference(item), reason);
    }

    private static DataSet item(Failure failure) {
        return CommitmentRequest.item(failure.instance()).toBuilder()
                .set(Tags.FAILURE_REASON, failure.reason())
                .build();
    }

    /** Without the instances. */
    @Override
    public String toString() {
        return committed.size() + " committed, " + failed.size() + " failed";
    }
}
