package dev.auricle.ingest.assemble;

import dev.auricle.schemas.record.ClaimState;
import dev.auricle.schemas.record.InstanceAnswer;
import dev.auricle.schemas.record.SeriesAssembled;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Revisions of series of which a part, or an answer about its instances, has not come yet. Every answer comes, and once, so
 * that nothing stays here.
 */
final class ClaimMemory {
    static final String CLAIMS = "series-claims";
    static final String PARTS = "claimed-parts";

    private final KeyValueStore<String, ClaimState> claims;
    private final KeyValueStore<String, SeriesAssembled> parts;

    /** A revision of which all is known. */
    record Whole(List<SeriesAssembled> parts, int elsewhere) {}

    ClaimMemory(ProcessorContext<?, ?> context) {
        claims = context.getStateStore(CLAIMS);
        parts = context.getStateStore(PARTS);
    }

    /** Adds a part; the whole, if that was the last thing missing. */
    Optional<Whole> add(SeriesAssembled part) {
        var key = key(part.getSite(), part.getStudyInstanceUid(), part.getSeriesInstanceUid(), part.getRevision());
        parts.put(key + String.format(Locale.ROOT, "%09d", part.getPart()), part);
        var state = state(key);
        return complete(
                key,
                state.setParts(part.getParts())
                        .setPartsCome(state.getPartsCome() + 1)
                        .setAsked(state.getAsked() + InstanceClaims.count(part))
                        .build());
    }

    /** Adds an answer; the whole, if that was the last thing missing. */
    Optional<Whole> add(InstanceAnswer answer) {
        var key = key(
                answer.getSite(), answer.getStudyInstanceUid(), answer.getSeriesInstanceUid(), answer.getRevision());
        var state = state(key);
        return complete(
                key,
                state.setAnswered(state.getAnswered() + 1)
                        .setElsewhere(state.getElsewhere() + answer.getElsewhere())
                        .build());
    }

    private ClaimState.Builder state(String key) {
        return Optional.ofNullable(claims.get(key)).map(ClaimState::toBuilder).orElseGet(ClaimState::newBuilder);
    }

    private Optional<Whole> complete(String key, ClaimState state) {
        if (state.getParts() == 0
                || state.getPartsCome() < state.getParts()
                || state.getAnswered() < state.getAsked()) {
            claims.put(key, state);
            return Optional.empty();
        }
        claims.delete(key);
        return Optional.of(new Whole(remove(key), state.getElsewhere()));
    }

    private List<SeriesAssembled> remove(String key) {
        var found = new ArrayList<KeyValue<String, SeriesAssembled>>();
        try (var all = parts.prefixScan(key, new StringSerializer())) {
            all.forEachRemaining(found::add);
        }
        found.forEach(entry -> parts.delete(entry.key));
        return found.stream().map(entry -> entry.value).toList();
    }

    private static String key(String site, String study, String series, int revision) {
        return site + "/" + study + "/" + series + "/" + revision + "/";
    }
}
