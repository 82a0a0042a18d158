package dev.auricle.ingest.assemble;

import com.google.protobuf.ByteString;
import dev.auricle.schemas.log.LogRefs;
import dev.auricle.schemas.record.LogRef;
import dev.auricle.schemas.record.SeriesAssembled;
import dev.auricle.schemas.topic.Topics;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Makes one series of its parts: waits for the last, then reads them from where they lie. */
public final class GatherParts implements Processor<String, SeriesAssembled, String, Series> {
    /** Series and revision → offset of its first part. */
    public static final String STORE = "first-parts";

    private final Supplier<SiteLog> openLog;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    private ProcessorContext<String, Series> context;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, Long> firstParts;

    @SuppressWarnings("NullAway.Init")
    private SiteLog log;

    /** Gathers from the log that {@code openLog} opens. */
    public GatherParts(Supplier<SiteLog> openLog) {
        this.openLog = openLog;
    }

    @Override
    public void init(ProcessorContext<String, Series> context) {
        this.context = context;
        firstParts = context.getStateStore(STORE);
        log = openLog.get();
    }

    @Override
    public void close() {
        log.close();
    }

    @Override
    public void process(Record<String, SeriesAssembled> record) {
        var part = record.value();
        long offset = context.recordMetadata().orElseThrow().offset();
        if (part.getParts() == 1) {
            forward(record, SeriesParts.join(List.of(part), place(offset, offset)));
            return;
        }
        var key = part.getSite() + "/" + part.getSeriesInstanceUid() + "/" + part.getRevision();
        long first = Optional.ofNullable(firstParts.get(key)).orElse(offset);
        if (part.getPart() + 1 < part.getParts()) {
            firstParts.put(key, first);
        } else {
            firstParts.delete(key);
            forward(record, log.series(place(first, offset)));
        }
    }

    private void forward(Record<String, SeriesAssembled> record, Series series) {
        context.forward(record.withValue(series));
    }

    private LogRef place(long first, long last) {
        return LogRefs.of(Topics.SERIES_ASSEMBLED.name(), context.taskId().partition(), first, last, ByteString.EMPTY);
    }
}
