package dev.auricle.ingest.backfill;

import dev.auricle.dicom.network.ArchiveScu;
import dev.auricle.dicom.network.Peer;
import dev.auricle.dicom.query.Query;

/** By C-MOVE: the archive sends to our gateway, which must be running and be known to the archive by this title. */
public final class MoveRetrieval implements Retrieval {
    private final ArchiveScu scu;
    private final Peer archive;
    private final String destination;

    /** From an archive to the AE title that it knows our gateway by. */
    public MoveRetrieval(ArchiveScu scu, Peer archive, String destination) {
        this.scu = scu;
        this.archive = archive;
        this.destination = destination;
    }

    @Override
    public Fetched fetch(SeriesEntry series) {
        var query = Query.series(series.study(), series.series());
        return Outcomes.of(
                series,
                Patience.await(
                        scu.move(archive, query, destination, counts -> {}).outcome()));
    }
}
