package dev.auricle.dicom.dictionary;

import java.util.List;

/**
 * An entry of the data dictionary (PS3.6).
 *
 * @param representations one, or two where other attributes decide
 * @param multiplicity as the standard writes it, for example {@code 1-n}
 */
public record Attribute(String keyword, List<Vr> representations, String multiplicity) {
    public Attribute {
        if (representations.isEmpty()) {
            throw new IllegalArgumentException(keyword + " has no value representation");
        }
        representations = List.copyOf(representations);
    }
}
