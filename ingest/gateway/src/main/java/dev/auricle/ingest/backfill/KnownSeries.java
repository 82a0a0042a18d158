package dev.auricle.ingest.backfill;

import dev.auricle.schemas.log.LogScan;
import dev.auricle.schemas.topic.Topics;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What the log holds of each series, as assembled. It is the journal of a backfill: what was interrupted goes on where the
 * log ends. A series that is still coming in is not known yet; if it comes twice, nothing changes.
 */
public final class KnownSeries {
    private final Map<String, Integer> instances = new HashMap<>();

    /** What the log of a site holds now. */
    public static KnownSeries in(LogScan site) {
        var known = new KnownSeries();
        site.scan(
                Topics.SERIES_ASSEMBLED,
                Instant.EPOCH,
                found -> known.add(found.key(), found.value().getInstanceCount()));
        return known;
    }

    /** So many instances of a series are there. */
    void add(String series, int count) {
        instances.merge(series, count, Math::max);
    }

    /** How many instances of it there are. */
    int instancesOf(SeriesEntry series) {
        return instances.getOrDefault(series.series(), 0);
    }

    /** Whether all of it is there; of a series whose archive does not say how many there are, whether anything is. */
    boolean holds(SeriesEntry series) {
        return instancesOf(series) >= Math.max(1, series.instances());
    }
}
