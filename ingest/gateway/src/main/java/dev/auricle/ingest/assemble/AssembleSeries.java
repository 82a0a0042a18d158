package dev.auricle.ingest.assemble;

import dev.auricle.ingest.refuse.Rule;
import dev.auricle.schemas.log.LogRefs;
import dev.auricle.schemas.record.InstanceChunk;
import dev.auricle.schemas.record.InstanceHeader;
import dev.auricle.schemas.record.LogRef;
import dev.auricle.schemas.record.OpenTransfer;
import dev.auricle.schemas.record.Reason;
import dev.auricle.schemas.record.SeriesRejected;
import dev.auricle.schemas.record.SeriesState;
import dev.auricle.schemas.topic.Topics;
import dev.auricle.schemas.topic.Traces;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects instances into series.
 *
 * <ul>
 *   <li>A series is complete when none of its instances has arrived for the quiet period, by the clock of this process:
 *       a backlog that is worked off late is not taken for quiet.
 *   <li>A later instance makes a new revision with all instances.
 *   <li>The same instance with the same bytes changes nothing; with other bytes, or in another series of the study, it is
 *       refused, and the first stays.
 *   <li>One that {@code auricle retry} has appended again makes a new revision even so.
 *   <li>A transfer without its last chunk never happened.
 * </ul>
 */
public final class AssembleSeries implements Processor<String, InstanceChunk, String, Outcome> {
    /** The stores it needs. */
    public static final List<String> STORES = List.of(
            TransferMemory.STORE,
            SeriesMemory.SERIES,
            SeriesMemory.INSTANCES,
            SeriesMemory.OPEN,
            SeriesMemory.INSTANCE_SERIES);

    private static final Logger LOG = LoggerFactory.getLogger(AssembleSeries.class);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int TICKS_A_QUIET_PERIOD = 8;

    private static final List<Rule<Arrival>> RULES = List.of(new SameBytes(), new OneSeries());

    private final AssembleConfig config;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    private ProcessorContext<String, Outcome> context;

    @SuppressWarnings("NullAway.Init")
    private TransferMemory transfers;

    @SuppressWarnings("NullAway.Init")
    private SeriesMemory memory;

    /** Assembles by these rules. */
    public AssembleSeries(AssembleConfig config) {
        this.config = config;
    }

    @Override
    public void init(ProcessorContext<String, Outcome> context) {
        this.context = context;
        transfers = new TransferMemory(context);
        memory = new SeriesMemory(context);
        var tick = config.quietPeriod().dividedBy(TICKS_A_QUIET_PERIOD).plusMillis(1);
        context.schedule(tick, PunctuationType.WALL_CLOCK_TIME, this::tellQuietSeries);
        context.schedule(HOUR, PunctuationType.WALL_CLOCK_TIME, this::forget);
    }

    @Override
    public void process(Record<String, InstanceChunk> received) {
        var chunk = received.value();
        long offset = context.recordMetadata().orElseThrow().offset();
        var transfer = transfers.of(chunk, offset, context.currentSystemTimeMs());
        if (transfer.isEmpty()) {
            LOG.atWarn()
                    .addKeyValue("site", chunk.getSite())
                    .addKeyValue("offset", offset)
                    .log("a chunk without its first");
        } else if (chunk.hasSeal()) {
            transfers.end(chunk);
            take(received, transfer.get(), place(chunk, transfer.get(), offset));
        } else {
            transfers.keep(chunk, transfer.get());
        }
    }

    private void take(Record<String, InstanceChunk> received, OpenTransfer transfer, LogRef place) {
        var header = transfer.getHeader();
        if (header.hasUnreadable()) {
            reject(received, List.of(header.getUnreadable()), place);
            return;
        }
        var key = SeriesMemory.key(received.value());
        var arrival = memory.arrival(key, received.value(), place);
        var reasons = Rule.examine(RULES, arrival);
        if (!reasons.isEmpty()) {
            reject(received, reasons, place);
        } else if (arrival.known().isEmpty()) {
            add(key, received, header, place);
        } else if (received.value().getAgain()) {
            memory.reopen(key, context.currentSystemTimeMs());
        }
    }

    private void add(String key, Record<String, InstanceChunk> received, InstanceHeader header, LogRef place) {
        var chunk = received.value();
        var state = memory.series(key)
                .map(SeriesState::toBuilder)
                .orElseGet(() -> SeriesState.newBuilder()
                        .setSite(chunk.getSite())
                        .setStudyInstanceUid(chunk.getStudyInstanceUid())
                        .setSeriesInstanceUid(chunk.getSeriesInstanceUid())
                        .setModality(header.getModality())
                        .setFrameOfReferenceUid(header.getFrameOfReferenceUid())
                        .setTrace(Traces.in(received.headers())))
                .setLastArrivalMs(context.currentSystemTimeMs())
                .build();
        memory.add(key, state, Kinds.beside(state, header).setLog(place).build());
    }

    private void tellQuietSeries(long now) {
        for (var key : memory.quietSince(now - config.quietPeriod().toMillis())) {
            var series = memory.told(key, memory.series(key).orElseThrow());
            for (var part : SeriesParts.split(series, memory.instances(key))) {
                context.forward(new Record<>(
                        series.getSeriesInstanceUid(), new Outcome.Assembled(part), now, Traces.of(series.getTrace())));
            }
        }
    }

    private void forget(long now) {
        memory.forgetBefore(now - config.forgetAfter().toMillis());
        transfers.forgetBefore(now - HOUR.toMillis());
    }

    private void reject(Record<String, InstanceChunk> received, List<Reason> reasons, LogRef place) {
        var chunk = received.value();
        var rejection = SeriesRejected.newBuilder()
                .setSite(chunk.getSite())
                .setStudyInstanceUid(chunk.getStudyInstanceUid())
                .setSeriesInstanceUid(chunk.getSeriesInstanceUid())
                .addAllReasons(reasons)
                .addLog(place)
                .build();
        context.forward(received.withKey(chunk.getSeriesInstanceUid()).withValue(new Outcome.Rejected(rejection)));
    }

    private LogRef place(InstanceChunk chunk, OpenTransfer transfer, long offset) {
        int partition = context.taskId().partition();
        return LogRefs.of(
                Topics.DICOM_INSTANCES.name(),
                partition,
                transfer.getFirstOffset(),
                offset,
                chunk.getSeal().getSha256());
    }
}
