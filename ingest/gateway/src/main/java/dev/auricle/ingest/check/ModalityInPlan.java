package dev.auricle.ingest.check;

import dev.auricle.ingest.assemble.Series;
import dev.auricle.ingest.refuse.Refusal;
import dev.auricle.ingest.refuse.Rule;
import java.util.List;
import java.util.Optional;

/** The plan asks for this kind of image. */
record ModalityInPlan(List<String> modalities) implements Rule<Series> {
    @Override
    public Refusal refusal() {
        return Refusal.MODALITY_NOT_IN_PLAN;
    }

    @Override
    public Optional<String> against(Series series) {
        var modality = series.head().getModality();
        return modalities.isEmpty() || modalities.contains(modality)
                ? Optional.empty()
                : Optional.of("The plan takes " + String.join(", ", modalities) + ", this is "
                        + (modality.isEmpty() ? "of no modality" : modality) + ".");
    }
}
