package dev.auricle.ingest.report;

import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.log.LogScan;
import dev.auricle.schemas.topic.Topics;
import java.time.Duration;
import java.time.Instant;

/** Reads what became of a site's series from its topics, each up to where it ends now. */
public final class ReadLedger {
    private static final int MOST_SERIES = 1_000_000;
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);

    private final KafkaConnection cluster;
    private final LogScan.Progress progress;

    /** From a site's cluster. */
    public ReadLedger(KafkaConnection cluster, LogScan.Progress progress) {
        this.cluster = cluster;
        this.progress = progress;
    }

    /**
     * A time, its end excluded.
     *
     * @param from when a series was assembled, at the earliest
     */
    public record Window(Instant from, Instant to) {
        /** All of the time. */
        public static final Window EVER = new Window(Instant.EPOCH, Instant.MAX);

        /** Refuses an end before the beginning. */
        public Window {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("a time from " + from + " to " + to + " is none");
            }
        }

        /** Whether a time, in epoch milliseconds, is in it. */
        public boolean has(long millis) {
            return !Instant.ofEpochMilli(millis).isBefore(from)
                    && Instant.ofEpochMilli(millis).isBefore(to);
        }
    }

    /**
     * Reads.
     *
     * @throws UnableToReport when more series were assembled in that time than memory is for
     */
    public SeriesLedger read(String site, Window window) {
        var ledger = new SeriesLedger(site, MOST_SERIES);
        try (var scan = new LogScan(cluster, progress)) {
            scan.scan(Topics.SERIES_ASSEMBLED, window.from(), found -> {
                if (window.has(found.at())) {
                    ledger.assembled(found);
                }
            });
            scan.scan(Topics.SERIES_REJECTED, window.from(), found -> {
                if (found.value().hasAssembled() || found.value().getAgain() || window.has(found.at())) {
                    ledger.rejected(found);
                }
            });
            readWhatWasMade(scan, ledger);
        }
        return ledger;
    }

    /** Samples are kept for ever and hold images: nothing is read of those that are older than the oldest series. */
    private static void readWhatWasMade(LogScan scan, SeriesLedger ledger) {
        if (!ledger.isEmpty()) {
            var since = ledger.earliest().minus(CLOCKS_DIFFER);
            scan.scan(Topics.STUDIES_PREPARED, since, ledger::segmented);
            scan.scan(Topics.SAMPLES, since, ledger::learned);
        }
    }
}
