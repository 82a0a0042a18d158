package dev.auricle.ingest.retry;

import dev.auricle.ingest.report.Refused;
import dev.auricle.ingest.report.RefusedEarly;
import dev.auricle.ingest.report.RefusedSeries;
import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.log.AppendAgain;
import dev.auricle.schemas.record.SeriesRejected;
import dev.auricle.schemas.topic.Topics;

/**
 * Sends what was refused again. Of a series, the records of {@code series.assembled} that it consists of are appended once
 * more. Of what was refused before it was a series there, an instance is appended to {@code dicom.instances} once more, with
 * a record of {@code series.rejected} that ends the refusal, for nobody can read all instances to see that it was. Whatever
 * comes after that takes them for the newest that is known. Each is sent or not sent, and not twice for one refusal, for what
 * is refused is read after whoever else was at it has been put an end to.
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
    public void send(Refused refused) {
        if (refused instanceof RefusedSeries series) {
            log.append(Topics.SERIES_ASSEMBLED, series.assembled(), series.revision()::has);
        } else if (refused instanceof RefusedEarly early) {
            log.append(Topics.DICOM_INSTANCES, early.example(), new ChunkCopies(), ended(early));
        }
    }

    @Override
    public void close() {
        log.close();
    }

    private static AppendAgain.Note<String, SeriesRejected> ended(RefusedEarly early) {
        var ended = SeriesRejected.newBuilder()
                .setSite(early.site())
                .setStudyInstanceUid(early.study())
                .setSeriesInstanceUid(early.series())
                .addLog(early.example())
                .setAgain(true)
                .build();
        return new AppendAgain.Note<>(Topics.SERIES_REJECTED, early.series(), ended, early.trace());
    }
}
