package dev.auricle.ingest.check;

import dev.auricle.ingest.assemble.Series;
import dev.auricle.schemas.record.Reason;
import java.util.List;
import java.util.Optional;

/** The plan asks for this kind of image. */
record ModalityInPlan(List<String> modalities) implements Rule {
    @Override
    public Optional<Reason> examine(Series series) {
        var modality = series.head().getModality();
        return modalities.isEmpty() || modalities.contains(modality)
                ? Optional.empty()
                : Optional.of(Rule.reason(
                        "MODALITY_NOT_IN_PLAN",
                        "The plan takes " + String.join(", ", modalities) + ", this is "
                                + (modality.isEmpty() ? "of no modality" : modality) + "."));
    }
}
