package dev.auricle.dicom.report;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.dictionary.Tags;
import java.util.Arrays;

/** What a content item is (Value Type, PS3.3, C.17.3.2.1). */
public enum ValueType {
    CONTAINER,
    TEXT,
    CODE,
    NUM,
    PNAME,
    DATE,
    TIME,
    DATETIME,
    UIDREF,
    COMPOSITE,
    IMAGE,
    WAVEFORM,
    SCOORD,
    SCOORD3D,
    TCOORD,
    TABLE,
    /** It does not say, or says something else. */
    OTHER;

    static ValueType of(DataSet item) {
        var name = item.find(Tags.VALUE_TYPE).map(Value::string).orElse("");
        return Arrays.stream(values())
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElse(OTHER);
    }
}
