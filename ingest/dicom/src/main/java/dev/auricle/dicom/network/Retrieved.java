package dev.auricle.dicom.network;

import java.util.List;

/**
 * What a retrieval came to.
 *
 * @param status B000 where some were sent and others failed
 * @param failedInstances the UIDs the peer says it could not send; some peers do not say
 */
public record Retrieved(DimseStatus status, SubOperations counts, List<String> failedInstances) {
    public Retrieved {
        failedInstances = List.copyOf(failedInstances);
    }

    /** Whether everything that matched was sent. */
    public boolean isComplete() {
        return status.isSuccess() && counts.failed() == 0;
    }

    /** Without the instances. */
    @Override
    public String toString() {
        return status + ", " + counts;
    }
}
