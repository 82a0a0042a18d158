package dev.auricle.ingest.check;

import dev.auricle.dicom.space.UnableToPlace;
import dev.auricle.ingest.assemble.Series;
import dev.auricle.ingest.refuse.Refusal;
import dev.auricle.ingest.refuse.Rule;
import dev.auricle.schemas.record.SeriesInstance;
import java.util.Optional;

/** Where instances say that they lie, something can lie. */
final class PlanesMakeSense implements Rule<Series> {
    @Override
    public Refusal refusal() {
        return Refusal.BAD_GEOMETRY;
    }

    @Override
    public Optional<String> against(Series series) {
        return series.instances().stream()
                .filter(SeriesInstance::hasPlane)
                .flatMap(instance -> against(instance).stream())
                .findFirst();
    }

    private static Optional<String> against(SeriesInstance instance) {
        try {
            Stack.plane(instance.getPlane());
            return Optional.empty();
        } catch (UnableToPlace nonsense) {
            return Optional.of("A slice lies nowhere: " + nonsense.getMessage() + ".");
        }
    }
}
