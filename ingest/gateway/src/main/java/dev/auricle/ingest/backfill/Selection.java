package dev.auricle.ingest.backfill;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/**
 * What is wanted of an archive.
 *
 * @param from the first study date
 * @param to the last one
 * @param modalities of the series; empty for all
 */
public record Selection(LocalDate from, LocalDate to, Set<String> modalities) {
    /** Refuses a time that ends before it begins. */
    public Selection {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("the last date, " + to + ", is before the first, " + from);
        }
        modalities = Set.copyOf(modalities);
    }

    boolean takes(SeriesEntry series) {
        return modalities.isEmpty() || modalities.contains(series.modality());
    }

    /** The one modality that is wanted, for archives that can be asked for one; empty where there are none or several. */
    List<String> singleModality() {
        return modalities.size() == 1 ? List.copyOf(modalities) : List.of();
    }

    int days() {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, to)) + 1;
    }
}
