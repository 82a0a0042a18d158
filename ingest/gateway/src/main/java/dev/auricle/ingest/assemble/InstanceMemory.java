package dev.auricle.ingest.assemble;

import dev.auricle.schemas.record.SeriesState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Which study an instance is part of. There may be tens of millions; so what is old is not looked for among all of them but
 * in a second store, which has them by the hour in which they were claimed, and is taken away in portions.
 */
final class InstanceMemory {
    /** Site and instance → the study that it is part of. */
    static final String STUDIES = "instance-studies";

    /** Hour, site and instance → nothing. */
    static final String HOURS = "instance-hours";

    private static final long HOUR = Duration.ofHours(1).toMillis();

    private final KeyValueStore<String, SeriesState> studies;
    private final KeyValueStore<String, String> hours;

    InstanceMemory(ProcessorContext<?, ?> context) {
        studies = context.getStateStore(STUDIES);
        hours = context.getStateStore(HOURS);
    }

    /** The study for which an instance was claimed at that time or later. */
    Optional<String> study(String instance, long since) {
        return Optional.ofNullable(studies.get(instance))
                .filter(known -> known.getLastArrivalMs() >= since)
                .map(SeriesState::getStudyInstanceUid);
    }

    void remember(String instance, String study, long now) {
        studies.put(
                instance,
                SeriesState.newBuilder()
                        .setStudyInstanceUid(study)
                        .setLastArrivalMs(now)
                        .build());
        hours.put(hour(now) + instance, "");
    }

    /** Forgets instances that were last claimed in an hour before that time; at most so many at once. */
    void forgetBefore(long millis, int most) {
        var old = new ArrayList<String>();
        try (var oldest = hours.range(hour(0), hour(millis))) {
            while (oldest.hasNext() && old.size() < most) {
                old.add(oldest.next().key);
            }
        }
        old.forEach(entry -> forget(entry, millis));
    }

    private void forget(String entry, long millis) {
        hours.delete(entry);
        var instance = entry.substring(hour(0).length());
        if (study(instance, millis).isEmpty()) {
            studies.delete(instance);
        }
    }

    private static String hour(long millis) {
        return String.format(Locale.ROOT, "%09d/", millis / HOUR);
    }
}
