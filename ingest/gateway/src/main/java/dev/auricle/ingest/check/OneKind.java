package dev.auricle.ingest.check;

import dev.auricle.dicom.dictionary.Uids;
import dev.auricle.ingest.assemble.Series;
import dev.auricle.ingest.refuse.Refusal;
import dev.auricle.ingest.refuse.Rule;
import dev.auricle.schemas.record.SeriesInstance;
import java.util.Optional;
import java.util.stream.Collectors;

/** All instances are of one SOP class. */
final class OneKind implements Rule<Series> {
    @Override
    public Refusal refusal() {
        return Refusal.MIXED_SERIES;
    }

    @Override
    public Optional<String> against(Series series) {
        var kinds = series.instances().stream()
                .map(SeriesInstance::getSopClassUid)
                .distinct()
                .toList();
        return kinds.size() <= 1
                ? Optional.empty()
                : Optional.of("The series has instances of "
                        + kinds.stream().map(Uids::name).collect(Collectors.joining(", ")) + ".");
    }
}
