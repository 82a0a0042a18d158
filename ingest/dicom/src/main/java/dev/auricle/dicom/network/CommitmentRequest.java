package dev.auricle.dicom.network;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.Tags;
import java.util.List;

/**
 * Asks for responsibility for instances (PS3.4, annex J): the information of an N-ACTION.
 *
 * @param transaction a UID that the report will bear
 */
public record CommitmentRequest(String transaction, List<InstanceReference> instances) {
    /** The Storage Commitment Push Model SOP class. */
    public static final String SOP_CLASS = "1.2.840.10008.1.20.1";

    /** Its one instance, which everybody knows. */
    public static final String SOP_INSTANCE = "1.2.840.10008.1.20.1.1";

    /** The action that asks for it. */
    public static final int ACTION = 1;

    public CommitmentRequest {
        instances = List.copyOf(instances);
    }

    /** The information, as it travels. */
    public DataSet information() {
        return DataSet.builder()
                .set(Tags.TRANSACTION_UID, transaction)
                .items(
                        Tags.REFERENCED_SOP_SEQUENCE,
                        instances.stream().map(CommitmentRequest::item).toList())
                .build();
    }

    /** Read from the information, as it came. */
    public static CommitmentRequest of(DataSet information) {
        return new CommitmentRequest(
                information.require(Tags.TRANSACTION_UID).string(),
                information.items(Tags.REFERENCED_SOP_SEQUENCE).stream()
                        .map(CommitmentRequest::reference)
                        .toList());
    }

    static InstanceReference reference(DataSet item) {
        return new InstanceReference(
                item.require(Tags.REFERENCED_SOP_CLASS_UID).string(),
                item.require(Tags.REFERENCED_SOP_INSTANCE_UID).string());
    }

    static DataSet item(InstanceReference instance) {
        return DataSet.builder()
                .set(Tags.REFERENCED_SOP_CLASS_UID, instance.sopClass())
                .set(Tags.REFERENCED_SOP_INSTANCE_UID, instance.sopInstance())
                .build();
    }
}
