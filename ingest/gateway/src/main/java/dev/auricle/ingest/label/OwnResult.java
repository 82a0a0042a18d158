package dev.auricle.ingest.label;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.schemas.identity.AlgorithmName;

/**
 * Recognises what Auricle made. A PACS that forwards whole studies sends our SEG back to us; learned from, it would teach
 * the model that it is always right. Whoever corrects a SEG writes one that is no longer AUTOMATIC: that one is welcome.
 */
final class OwnResult {
    private OwnResult() {}

    static boolean is(DataSet annotation) {
        var segments = annotation.items(Tags.SEGMENT_SEQUENCE);
        return !segments.isEmpty() && segments.stream().allMatch(OwnResult::isOurs);
    }

    private static boolean isOurs(DataSet segment) {
        return text(segment, Tags.SEGMENT_ALGORITHM_TYPE).equals("AUTOMATIC")
                && AlgorithmName.isOurs(text(segment, Tags.SEGMENT_ALGORITHM_NAME));
    }

    private static String text(DataSet segment, Tag tag) {
        return segment.find(tag).map(Value::string).orElse("");
    }
}
