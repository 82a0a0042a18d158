package dev.auricle.dicom.json;

import dev.auricle.dicom.data.Element;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Vr;
import java.util.Optional;

/** Finds the values that a JSON text only refers to. */
@FunctionalInterface
public interface BulkDataResolver {
    /** The element whose value is kept under the URI, with this tag; empty where there is nothing of that name. */
    Optional<Element> resolve(Tag tag, Vr vr, String uri);

    /** Knows none: a text that refers to values elsewhere is refused. */
    static BulkDataResolver none() {
        return (tag, vr, uri) -> Optional.empty();
    }
}
