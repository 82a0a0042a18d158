package dev.auricle.dicom.annotation;

import java.util.List;

/**
 * What something that was drawn is said to be.
 *
 * @param codes coded concepts, those that decide first
 * @param labels words for people; may be about a patient
 */
public record Naming(List<Code> codes, List<String> labels) {
    public Naming {
        codes = List.copyOf(codes);
        labels = labels.stream().filter(label -> !label.isBlank()).toList();
    }

    /** How much is said; not what. */
    @Override
    public String toString() {
        return codes.size() + " codes, " + labels.size() + " labels";
    }
}
