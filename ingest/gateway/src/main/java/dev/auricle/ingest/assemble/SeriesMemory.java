package dev.auricle.ingest.assemble;

import dev.auricle.schemas.record.InstanceChunk;
import dev.auricle.schemas.record.LogRef;
import dev.auricle.schemas.record.SeriesInstance;
import dev.auricle.schemas.record.SeriesState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/** What is remembered of series and their instances: headers and places in the log, never pixels. */
final class SeriesMemory {
    static final String SERIES = "series";
    static final String INSTANCES = "series-instances";
    static final String OPEN = "open-series";
    static final String INSTANCE_SERIES = "instance-series";

    private final KeyValueStore<String, SeriesState> series;
    private final KeyValueStore<String, SeriesInstance> instances;
    private final KeyValueStore<String, Long> open;
    private final KeyValueStore<String, String> seriesOfInstances;

    SeriesMemory(ProcessorContext<?, ?> context) {
        series = context.getStateStore(SERIES);
        instances = context.getStateStore(INSTANCES);
        open = context.getStateStore(OPEN);
        seriesOfInstances = context.getStateStore(INSTANCE_SERIES);
    }

    static String key(InstanceChunk chunk) {
        return chunk.getSite() + "/" + chunk.getStudyInstanceUid() + "/" + chunk.getSeriesInstanceUid();
    }

    /** An instance that has come, with what is known of its UID. */
    Arrival arrival(String key, InstanceChunk sealed, LogRef place) {
        return new Arrival(
                sealed,
                place,
                Optional.ofNullable(instances.get(key + "/" + sealed.getSopInstanceUid())),
                Optional.ofNullable(seriesOfInstances.get(
                        inStudy(sealed.getSite(), sealed.getStudyInstanceUid(), sealed.getSopInstanceUid()))));
    }

    /** Adds an instance and opens its series: it is not complete before it has been quiet again. */
    void add(String key, SeriesState state, SeriesInstance instance) {
        series.put(key, state);
        instances.put(key + "/" + instance.getSopInstanceUid(), instance);
        open.put(key, state.getLastArrivalMs());
        seriesOfInstances.put(inStudy(state, instance), state.getSeriesInstanceUid());
    }

    /** Opens a series again though nothing of it is new. */
    void reopen(String key, long now) {
        series.put(
                key, series(key).orElseThrow().toBuilder().setLastArrivalMs(now).build());
        open.put(key, now);
    }

    Optional<SeriesState> series(String key) {
        return Optional.ofNullable(series.get(key));
    }

    /** The series whose last instance came before that time and which have not been told yet. */
    List<String> quietSince(long millis) {
        return keysBefore(open, millis);
    }

    /** Marks a series as told, with its new revision. */
    SeriesState told(String key, SeriesState state) {
        var next = state.toBuilder().setRevision(state.getRevision() + 1).build();
        series.put(key, next);
        open.delete(key);
        return next;
    }

    /** All instances of a series, ordered by SOP instance UID. */
    List<SeriesInstance> instances(String key) {
        var found = new ArrayList<SeriesInstance>();
        try (var all = instances.prefixScan(key + "/", new StringSerializer())) {
            all.forEachRemaining((KeyValue<String, SeriesInstance> entry) -> found.add(entry.value));
        }
        return found;
    }

    /** Forgets the series whose last instance came before that time; their bytes have left the log. */
    void forgetBefore(long millis) {
        var old = new HashMap<String, SeriesState>();
        try (var all = series.all()) {
            all.forEachRemaining((KeyValue<String, SeriesState> entry) -> {
                if (entry.value.getLastArrivalMs() < millis) {
                    old.put(entry.key, entry.value);
                }
            });
        }
        old.forEach((key, state) -> {
            for (var instance : instances(key)) {
                instances.delete(key + "/" + instance.getSopInstanceUid());
                seriesOfInstances.delete(inStudy(state, instance));
            }
            series.delete(key);
        });
    }

    private static String inStudy(SeriesState state, SeriesInstance instance) {
        return inStudy(state.getSite(), state.getStudyInstanceUid(), instance.getSopInstanceUid());
    }

    private static String inStudy(String site, String study, String sopInstance) {
        return site + "/" + study + "/" + sopInstance;
    }

    private static List<String> keysBefore(KeyValueStore<String, Long> store, long millis) {
        var keys = new ArrayList<String>();
        try (var all = store.all()) {
            all.forEachRemaining((KeyValue<String, Long> entry) -> {
                if (entry.value <= millis) {
                    keys.add(entry.key);
                }
            });
        }
        return keys;
    }
}
