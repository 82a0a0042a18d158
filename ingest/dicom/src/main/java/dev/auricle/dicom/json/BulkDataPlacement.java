package dev.auricle.dicom.json;

import dev.auricle.dicom.data.Element;
import dev.auricle.dicom.data.ValueElement;
import java.util.Optional;

/** Decides which values are kept elsewhere than in the JSON text, which then only refers to them (PS3.18, F.2.6). */
@FunctionalInterface
public interface BulkDataPlacement {
    /** The URI under which the value will be found; empty for a value that stands in the text itself. */
    Optional<String> place(Element element);

    /** Everything stands in the text. Encapsulated pixels cannot, and are refused. */
    static BulkDataPlacement inline() {
        return element -> Optional.empty();
    }

    /** Encapsulated pixels, and values of more than so many bytes, are kept where the placement says. */
    static BulkDataPlacement above(int threshold, BulkDataPlacement elsewhere) {
        return element -> element instanceof ValueElement value && value.value().size() <= threshold
                ? Optional.empty()
                : elsewhere.place(element);
    }
}
