package dev.auricle.dicom.report;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.dictionary.Tags;
import java.util.Arrays;

/** What a content item is to the one above it (Relationship Type, PS3.3, C.17.3.2.4). */
public enum Relationship {
    CONTAINS,
    HAS_OBS_CONTEXT,
    HAS_ACQ_CONTEXT,
    HAS_CONCEPT_MOD,
    HAS_PROPERTIES,
    INFERRED_FROM,
    SELECTED_FROM,
    /** It is the root, or does not say. */
    NONE;

    static Relationship of(DataSet item) {
        var name = item.find(Tags.RELATIONSHIP_TYPE).map(Value::string).orElse("");
        return Arrays.stream(values())
                .filter(relationship -> relationship.name().replace('_', ' ').equals(name))
                .findFirst()
                .orElse(NONE);
    }
}
