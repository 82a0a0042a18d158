package dev.auricle.dicom.web;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.network.DimseStatus;
import dev.auricle.dicom.network.OutgoingInstance;
import dev.auricle.dicom.network.SendOutcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a server says became of the instances it was sent (PS3.18, 10.5.3). */
final class StoreReply {
    private StoreReply() {}

    /** One outcome for each instance; what an answer does not mention is as its status says of all. */
    static List<SendOutcome> outcomes(List<OutgoingInstance> instances, int status, List<DataSet> answer) {
        Map<String, DimseStatus> statuses = new HashMap<>();
        for (var part : answer) {
            collect(part, Tags.REFERENCED_SOP_SEQUENCE, Tags.WARNING_REASON, DimseStatus.SUCCESS, statuses);
            collect(part, Tags.FAILED_SOP_SEQUENCE, Tags.FAILURE_REASON, DimseStatus.PROCESSING_FAILURE, statuses);
        }
        var others = status == 200 && statuses.isEmpty() ? DimseStatus.SUCCESS : DimseStatus.PROCESSING_FAILURE;
        return instances.stream()
                .<SendOutcome>map(instance -> new SendOutcome.Answered(
                        instance.sopInstance(), statuses.getOrDefault(instance.sopInstance(), others)))
                .toList();
    }

    private static void collect(
            DataSet answer, Tag sequence, Tag reason, DimseStatus usual, Map<String, DimseStatus> statuses) {
        for (var item : answer.items(sequence)) {
            var status = item.find(reason)
                    .map(code -> new DimseStatus(code.integer(), ""))
                    .orElse(usual);
            item.find(Tags.REFERENCED_SOP_INSTANCE_UID).ifPresent(uid -> statuses.put(uid.string(), status));
        }
    }
}
