package dev.auricle.dicom.annotation;

import dev.auricle.dicom.data.CharacterSet;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import java.util.Arrays;

/** An item of the Segment Sequence, read and written (PS3.3, C.8.20.4). */
final class SegmentItem {
    private static final LabColour GREY = LabColour.ofRgb(0x808080);
    private static final int LONGEST = 64;

    private SegmentItem() {}

    static Segment read(DataSet item) {
        var concept = new SegmentConcept(
                code(item, Tags.SEGMENTED_PROPERTY_CATEGORY_CODE_SEQUENCE),
                code(item, Tags.SEGMENTED_PROPERTY_TYPE_CODE_SEQUENCE),
                item.items(Tags.ANATOMIC_REGION_SEQUENCE).stream()
                        .limit(1)
                        .map(Code::of)
                        .toList());
        return new Segment(label(item), concept, algorithm(item), colour(item), tracking(item));
    }

    static DataSet write(int number, Segment segment, CharacterSet characterSet) {
        var colour = segment.colour();
        var item = DataSet.builder()
                .encodedAs(characterSet)
                .items(
                        Tags.SEGMENTED_PROPERTY_CATEGORY_CODE_SEQUENCE,
                        segment.concept().category().toItem())
                .set(Tags.SEGMENT_NUMBER, number)
                .set(Tags.SEGMENT_LABEL, segment.label())
                .set(Tags.SEGMENT_ALGORITHM_TYPE, segment.algorithm().kind().name())
                .set(Tags.RECOMMENDED_DISPLAY_CIE_LAB_VALUE, colour.lightness(), colour.a(), colour.b())
                .items(
                        Tags.SEGMENTED_PROPERTY_TYPE_CODE_SEQUENCE,
                        segment.concept().type().toItem());
        if (!segment.concept().anatomicRegions().isEmpty()) {
            item.items(
                    Tags.ANATOMIC_REGION_SEQUENCE,
                    segment.concept().anatomicRegions().get(0).toItem());
        }
        if (!segment.algorithm().name().isEmpty()) {
            item.set(Tags.SEGMENT_ALGORITHM_NAME, segment.algorithm().name());
        }
        if (!segment.tracking().equals(Tracking.NONE)) {
            item.set(Tags.TRACKING_ID, segment.tracking().id())
                    .set(Tags.TRACKING_UID, segment.tracking().uid());
        }
        return item.build();
    }

    private static Code code(DataSet item, Tag sequence) {
        return Code.of(item.firstItem(sequence).orElse(DataSet.EMPTY));
    }

    private static String label(DataSet item) {
        var label = item.find(Tags.SEGMENT_LABEL).map(Value::string).orElse("");
        return label.isBlank() ? "?" : label.substring(0, Math.min(LONGEST, label.length()));
    }

    /** Without a name, whatever is said of its kind, it is taken for a person's. */
    private static SegmentAlgorithm algorithm(DataSet item) {
        var name = item.find(Tags.SEGMENT_ALGORITHM_NAME).map(Value::string).orElse("");
        var type = item.find(Tags.SEGMENT_ALGORITHM_TYPE).map(Value::string).orElse("");
        var kind = Arrays.stream(SegmentAlgorithm.Kind.values())
                .filter(each -> each.name().equals(type) && !name.isBlank())
                .findFirst()
                .orElse(SegmentAlgorithm.Kind.MANUAL);
        return new SegmentAlgorithm(kind, name);
    }

    private static LabColour colour(DataSet item) {
        return item.find(Tags.RECOMMENDED_DISPLAY_CIE_LAB_VALUE)
                .map(Value::integers)
                .filter(components -> components.length == 3)
                .map(components -> new LabColour(components[0], components[1], components[2]))
                .orElse(GREY);
    }

    private static Tracking tracking(DataSet item) {
        var id = item.find(Tags.TRACKING_ID).map(Value::string).orElse("");
        var uid = item.find(Tags.TRACKING_UID).map(Value::string).orElse("");
        return id.isEmpty() || uid.isEmpty() ? Tracking.NONE : new Tracking(id, uid);
    }
}
