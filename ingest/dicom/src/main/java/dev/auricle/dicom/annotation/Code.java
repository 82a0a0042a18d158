package dev.auricle.dicom.annotation;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.dictionary.Tags;

/**
 * A coded concept (PS3.3, 8).
 *
 * @param value for example 10200004
 * @param scheme whose code it is, for example SCT or DCM
 * @param meaning for people, for example Liver
 */
public record Code(String value, String scheme, String meaning) {
    public static final Code SEGMENTATION = new Code("113076", "DCM", "Segmentation");
    public static final Code SOURCE_IMAGE = new Code("121322", "DCM", "Source image for image processing operation");

    private static final int LONGEST_SHORT_VALUE = 16;

    /** What an item of a code sequence says; what it leaves out is empty. */
    public static Code of(DataSet item) {
        var value = item.find(Tags.CODE_VALUE)
                .or(() -> item.find(Tags.LONG_CODE_VALUE))
                .or(() -> item.find(Tags.URN_CODE_VALUE))
                .map(Value::string)
                .orElse("");
        return new Code(
                value,
                item.find(Tags.CODING_SCHEME_DESIGNATOR).map(Value::string).orElse(""),
                item.find(Tags.CODE_MEANING).map(Value::string).orElse(""));
    }

    /** Whether it is the same concept, whatever words are used for it (PS3.3, 8.1). */
    public boolean isSame(Code other) {
        return value.equals(other.value) && scheme.equals(other.scheme);
    }

    DataSet toItem() {
        var tag = value.length() > LONGEST_SHORT_VALUE ? Tags.LONG_CODE_VALUE : Tags.CODE_VALUE;
        return DataSet.builder()
                .set(tag, value)
                .set(Tags.CODING_SCHEME_DESIGNATOR, scheme)
                .set(Tags.CODE_MEANING, meaning)
                .build();
    }
}
