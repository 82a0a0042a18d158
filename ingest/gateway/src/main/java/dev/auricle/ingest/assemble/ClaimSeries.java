package dev.auricle.ingest.assemble;

import dev.auricle.ingest.refuse.Rule;
import dev.auricle.schemas.record.Reason;
import dev.auricle.schemas.record.SeriesAssembled;
import dev.auricle.schemas.record.SeriesInstance;
import dev.auricle.schemas.record.SeriesRejected;
import dev.auricle.schemas.record.SeriesState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Lets each series be part of one study, the one in which its UID was told first. Studies lie in different partitions; here
 * all series with one UID meet.
 */
public final class ClaimSeries implements Processor<String, SeriesAssembled, String, Outcome> {
    /** Site and series → the study that it is part of. */
    public static final String STORE = "series-studies";

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MOST_REFERENCES = 16;

    private final AssembleConfig config;
    private final List<OneStudy> rules = List.of(new OneStudy());

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    private ProcessorContext<String, Outcome> context;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, SeriesState> owners;

    /** Remembers as long as the configuration says. */
    public ClaimSeries(AssembleConfig config) {
        this.config = config;
    }

    @Override
    public void init(ProcessorContext<String, Outcome> context) {
        this.context = context;
        owners = context.getStateStore(STORE);
        context.schedule(HOUR, PunctuationType.WALL_CLOCK_TIME, this::forget);
    }

    @Override
    public void process(Record<String, SeriesAssembled> record) {
        var part = record.value();
        var key = part.getSite() + "/" + part.getSeriesInstanceUid();
        var owner = Optional.ofNullable(owners.get(key))
                .map(SeriesState::getStudyInstanceUid)
                .orElse(part.getStudyInstanceUid());
        var reasons = Rule.examine(rules, new OneStudy.Claim(part.getStudyInstanceUid(), owner));
        if (reasons.isEmpty()) {
            owners.put(key, claim(part));
            context.forward(record.withValue(new Outcome.Assembled(part)));
        } else if (part.getPart() + 1 == part.getParts()) {
            context.forward(record.withValue(new Outcome.Rejected(rejection(part, reasons))));
        }
    }

    private SeriesState claim(SeriesAssembled part) {
        return SeriesState.newBuilder()
                .setStudyInstanceUid(part.getStudyInstanceUid())
                .setLastArrivalMs(context.currentSystemTimeMs())
                .build();
    }

    private void forget(long now) {
        var old = new ArrayList<String>();
        try (var all = owners.all()) {
            all.forEachRemaining((KeyValue<String, SeriesState> entry) -> {
                if (entry.value.getLastArrivalMs() < now - config.forgetAfter().toMillis()) {
                    old.add(entry.key);
                }
            });
        }
        old.forEach(owners::delete);
    }

    private static SeriesRejected rejection(SeriesAssembled part, List<Reason> reasons) {
        return SeriesRejected.newBuilder()
                .setSite(part.getSite())
                .setStudyInstanceUid(part.getStudyInstanceUid())
                .setSeriesInstanceUid(part.getSeriesInstanceUid())
                .setRevision(part.getRevision())
                .addAllReasons(reasons)
                .addAllLog(part.getInstancesList().stream()
                        .limit(MOST_REFERENCES)
                        .map(SeriesInstance::getLog)
                        .toList())
                .build();
    }
}
