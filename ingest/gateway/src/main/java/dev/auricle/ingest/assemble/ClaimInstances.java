package dev.auricle.ingest.assemble;

import dev.auricle.schemas.record.InstanceAnswer;
import dev.auricle.schemas.record.InstanceClaim;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Lets each instance be part of one study, the one for which its SOP Instance UID was claimed first. Here all claims to one
 * UID meet, whatever series and study they come from.
 */
public final class ClaimInstances implements Processor<String, InstanceClaim, String, InstanceAnswer> {
    /** The stores it needs. */
    public static final List<String> STORES = List.of(InstanceMemory.STUDIES, InstanceMemory.HOURS);

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Forgotten in a minute: so nobody waits long for it, and many more are than come. */
    private static final int MOST_FORGOTTEN = 20_000;

    private final AssembleConfig config;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    private ProcessorContext<String, InstanceAnswer> context;

    @SuppressWarnings("NullAway.Init")
    private InstanceMemory memory;

    /** Remembers as long as the configuration says. */
    public ClaimInstances(AssembleConfig config) {
        this.config = config;
    }

    @Override
    public void init(ProcessorContext<String, InstanceAnswer> context) {
        this.context = context;
        memory = new InstanceMemory(context);
        context.schedule(
                MINUTE,
                PunctuationType.WALL_CLOCK_TIME,
                now -> memory.forgetBefore(now - config.forgetAfter().toMillis(), MOST_FORGOTTEN));
    }

    @Override
    public void process(Record<String, InstanceClaim> record) {
        var claim = record.value();
        long elsewhere = claim.getSopInstanceUidsList().stream()
                .filter(uid -> !isGranted(claim, uid))
                .count();
        var answer = InstanceAnswer.newBuilder()
                .setSite(claim.getSite())
                .setStudyInstanceUid(claim.getStudyInstanceUid())
                .setSeriesInstanceUid(claim.getSeriesInstanceUid())
                .setRevision(claim.getRevision())
                .setElsewhere((int) elsewhere)
                .build();
        context.forward(record.withKey(claim.getSeriesInstanceUid()).withValue(answer));
    }

    private boolean isGranted(InstanceClaim claim, String uid) {
        var instance = claim.getSite() + "/" + uid;
        var study = claim.getStudyInstanceUid();
        long now = context.currentSystemTimeMs();
        boolean granted = memory.study(instance, now - config.forgetAfter().toMillis())
                .orElse(study)
                .equals(study);
        if (granted) {
            memory.remember(instance, study, now);
        }
        return granted;
    }
}
