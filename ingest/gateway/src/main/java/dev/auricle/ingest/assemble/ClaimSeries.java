package dev.auricle.ingest.assemble;

import dev.auricle.ingest.refuse.Rule;
import dev.auricle.schemas.record.Reason;
import dev.auricle.schemas.record.SeriesAssembled;
import dev.auricle.schemas.record.SeriesClaim;
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
 * Lets each series be part of one study, the one in which its UID was told first, and only with instances that are of no
 * other study. Studies lie in different partitions; here all series with one UID meet, and what is known of their instances.
 */
public final class ClaimSeries implements Processor<String, SeriesClaim, String, Outcome> {
    /** The stores it needs. */
    public static final List<String> STORES = List.of(ClaimSeries.OWNERS, ClaimMemory.CLAIMS, ClaimMemory.PARTS);

    /** Site and series → the study that it is part of. */
    static final String OWNERS = "series-studies";

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MOST_REFERENCES = 16;

    private final AssembleConfig config;
    private final List<Rule<Claim>> rules = List.of(new OneStudy(), new InstancesInOneStudy());

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    private ProcessorContext<String, Outcome> context;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, SeriesState> owners;

    @SuppressWarnings("NullAway.Init")
    private ClaimMemory memory;

    /** Remembers as long as the configuration says. */
    public ClaimSeries(AssembleConfig config) {
        this.config = config;
    }

    @Override
    public void init(ProcessorContext<String, Outcome> context) {
        this.context = context;
        owners = context.getStateStore(OWNERS);
        memory = new ClaimMemory(context);
        context.schedule(HOUR, PunctuationType.WALL_CLOCK_TIME, this::forget);
    }

    @Override
    public void process(Record<String, SeriesClaim> record) {
        var claim = record.value();
        var whole = claim.hasPart() ? memory.add(claim.getPart()) : memory.add(claim.getAnswer());
        whole.ifPresent(series -> decide(record, series));
    }

    private void decide(Record<String, SeriesClaim> record, ClaimMemory.Whole whole) {
        var first = whole.parts().get(0);
        var key = first.getSite() + "/" + first.getSeriesInstanceUid();
        var owner = Optional.ofNullable(owners.get(key))
                .map(SeriesState::getStudyInstanceUid)
                .orElse(first.getStudyInstanceUid());
        var reasons = Rule.examine(rules, new Claim(first, owner, whole.elsewhere()));
        if (reasons.isEmpty()) {
            owners.put(key, remembered(first));
            whole.parts().forEach(part -> context.forward(record.withValue(new Outcome.Assembled(part))));
        } else {
            context.forward(record.withValue(new Outcome.Rejected(rejection(first, reasons))));
        }
    }

    private SeriesState remembered(SeriesAssembled part) {
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
