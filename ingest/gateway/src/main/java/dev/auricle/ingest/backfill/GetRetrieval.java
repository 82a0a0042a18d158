package dev.auricle.ingest.backfill;

import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.network.ArchiveScu;
import dev.auricle.dicom.network.Peer;
import dev.auricle.dicom.network.StoreScp;
import dev.auricle.dicom.query.Query;
import dev.auricle.dicom.query.QueryLevel;
import io.vertx.core.Future;
import java.util.List;
import java.util.TreeSet;

/** By C-GET: what comes on the association goes straight into the log. Needs no gateway, and no place in the archive's list. */
public final class GetRetrieval implements Retrieval {
    private final ArchiveScu scu;
    private final Peer archive;
    private final StoreScp intake;

    /** From an archive into the log. */
    public GetRetrieval(ArchiveScu scu, Peer archive, StoreScp intake) {
        this.scu = scu;
        this.archive = archive;
        this.intake = intake;
    }

    @Override
    public Fetched fetch(SeriesEntry series) {
        var query = Query.series(series.study(), series.series());
        var operation = scu.get(archive, query, sopClasses(series), intake, counts -> {});
        return Outcomes.of(series, Patience.await(operation.outcome()));
    }

    /** An association has to say which classes it is for, and a catalogue of series does not. */
    private List<String> sopClasses(SeriesEntry series) {
        var query = Query.of(QueryLevel.INSTANCE)
                .matching(Tags.STUDY_INSTANCE_UID, series.study())
                .matching(Tags.SERIES_INSTANCE_UID, series.series())
                .returning(Tags.SOP_INSTANCE_UID, Tags.SOP_CLASS_UID);
        var classes = new TreeSet<String>();
        Patience.await(scu.find(archive, query, match -> {
                    match.find(Tags.SOP_CLASS_UID).ifPresent(value -> classes.add(value.string()));
                    return Future.succeededFuture();
                })
                .outcome());
        return List.copyOf(classes);
    }
}
