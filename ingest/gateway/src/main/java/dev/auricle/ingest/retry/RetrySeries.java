package dev.auricle.ingest.retry;

import dev.auricle.ingest.report.RefusedSeries;
import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.log.AppendAgain;
import dev.auricle.schemas.topic.Topics;

/**
 * Sends refused series again: appends the records of {@code series.assembled} that a series consists of once more. Whatever
 * comes after that takes them for the newest that is known of the series. Each series is sent or not sent, and not twice for
 * one refusal, for what is refused is read after whoever else was at it has been put an end to.
 */
public final class RetrySeries implements AutoCloseable {
    private final AppendAgain log;

    /** Begins, at one site's cluster; what is refused is to be read after that. */
    public RetrySeries(KafkaConnection cluster, String site) {
        log = new AppendAgain(cluster, "auricle-retry-" + site);
    }

    /**
     * Sends one again.
     *
     * @throws dev.auricle.schemas.log.UnableToReadLog when its records have left the log; the PACS must send it again
     */
    public void send(RefusedSeries refused) {
        log.append(Topics.SERIES_ASSEMBLED, refused.assembled(), refused.revision()::has);
    }

    @Override
    public void close() {
        log.close();
    }
}
