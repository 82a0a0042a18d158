package dev.auricle.ingest.assemble;

import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.log.InstanceReader;
import dev.auricle.schemas.log.LogReader;
import dev.auricle.schemas.log.ReceivedInstance;
import dev.auricle.schemas.record.LogRef;
import dev.auricle.schemas.record.SeriesAssembled;
import dev.auricle.schemas.topic.Topics;
import java.util.ArrayList;

/** The log itself. One a thread. */
public final class KafkaSiteLog implements SiteLog {
    private final LogReader log;
    private final InstanceReader instances;

    /** Reads from a site's cluster. */
    public KafkaSiteLog(KafkaConnection site) {
        log = new LogReader(site);
        instances = new InstanceReader(site);
    }

    @Override
    public Series series(LogRef assembled) {
        var parts = new ArrayList<SeriesAssembled>();
        log.read(
                Topics.SERIES_ASSEMBLED,
                assembled.getPartition(),
                assembled.getFirstOffset(),
                assembled.getLastOffset(),
                entry -> parts.add(entry.value()));
        return SeriesParts.join(parts, assembled);
    }

    @Override
    public ReceivedInstance instance(LogRef received) {
        return instances.read(received);
    }

    @Override
    public void close() {
        log.close();
        instances.close();
    }
}
