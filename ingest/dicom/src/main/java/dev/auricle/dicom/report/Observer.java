package dev.auricle.dicom.report;

import dev.auricle.dicom.annotation.Annotator;
import dev.auricle.dicom.annotation.Code;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import java.util.Optional;

/** Who observed what a report says (Observation Context, PS3.16, TID 1002 to 1004). */
final class Observer {
    private Observer() {}

    /** Of the report as a whole: the person or device it names, else its author. */
    static Annotator of(DataSet report, ContentItem root) {
        return of(root).or(report.firstItem(Tags.AUTHOR_OBSERVER_SEQUENCE)
                .map(author -> Annotator.named(author, Tags.PERSON_NAME))
                .orElse(Annotator.UNKNOWN));
    }

    /** The person whom an item names as its observer, else the device. */
    static Annotator of(ContentItem item) {
        return person(item)
                .or(device(item, Concepts.DEVICE_OBSERVER_NAME, Tags.TEXT_VALUE))
                .or(device(item, Concepts.DEVICE_OBSERVER_UID, Tags.UID));
    }

    /** The algorithm that an item names (PS3.16, TID 4019). */
    static Annotator algorithm(ContentItem item) {
        return device(item, Concepts.ALGORITHM_NAME, Tags.TEXT_VALUE);
    }

    private static Annotator person(ContentItem item) {
        return Annotator.person(value(item, Concepts.PERSON_OBSERVER_NAME, Tags.PERSON_NAME));
    }

    private static Annotator device(ContentItem item, Code concept, Tag value) {
        return Annotator.program(value(item, concept, value));
    }

    private static String value(ContentItem item, Code concept, Tag tag) {
        return item.children(concept)
                .map(child -> child.values().find(tag))
                .flatMap(Optional::stream)
                .map(Value::string)
                .findFirst()
                .orElse("");
    }
}
