package dev.auricle.ingest.label;

import dev.auricle.schemas.record.KnownSeries;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/** The series of each study that may still meet. */
final class StudyMemory {
    static final String STORE = "known-series";

    private final KeyValueStore<String, KnownSeries> known;

    StudyMemory(ProcessorContext<?, ?> context) {
        known = context.getStateStore(STORE);
    }

    void put(KnownSeries series) {
        known.put(key(series), series);
    }

    Optional<KnownSeries> find(KnownSeries series) {
        return Optional.ofNullable(known.get(key(series)));
    }

    /** Forgets one: nothing may meet it any more. */
    void forget(KnownSeries series) {
        known.delete(key(series));
    }

    /** The other series of images of the study that a series is of. */
    List<KnownSeries> imagesBeside(KnownSeries series) {
        return beside(series).stream()
                .filter(other -> !other.getAnnotation() && !key(other).equals(key(series)))
                .toList();
    }

    /** The annotations of the study that a series is of, in the order in which they came. */
    List<KnownSeries> annotationsBeside(KnownSeries series) {
        return beside(series).stream()
                .filter(KnownSeries::getAnnotation)
                .sorted(Comparator.comparingLong(other -> other.getAssembled().getFirstOffset()))
                .toList();
    }

    /** Those whose wait is over. */
    List<KnownSeries> waitedUntil(long now) {
        return all(series -> series.getWaitsUntilMs() > 0 && series.getWaitsUntilMs() <= now);
    }

    void forgetBefore(long millis) {
        all(series -> series.getSeenAtMs() < millis).forEach(series -> known.delete(key(series)));
    }

    private List<KnownSeries> beside(KnownSeries series) {
        var found = new ArrayList<KnownSeries>();
        try (var study = known.prefixScan(prefix(series), new StringSerializer())) {
            study.forEachRemaining((KeyValue<String, KnownSeries> entry) -> found.add(entry.value));
        }
        return found;
    }

    private List<KnownSeries> all(Predicate<KnownSeries> wanted) {
        var found = new ArrayList<KnownSeries>();
        try (var all = known.all()) {
            all.forEachRemaining((KeyValue<String, KnownSeries> entry) -> {
                if (wanted.test(entry.value)) {
                    found.add(entry.value);
                }
            });
        }
        return found;
    }

    private static String prefix(KnownSeries series) {
        return series.getSite() + "/" + series.getStudyInstanceUid() + "/";
    }

    private static String key(KnownSeries series) {
        return prefix(series) + series.getSeriesInstanceUid();
    }
}
