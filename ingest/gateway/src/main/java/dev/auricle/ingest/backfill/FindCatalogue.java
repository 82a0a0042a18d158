package dev.auricle.ingest.backfill;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.network.ArchiveScu;
import dev.auricle.dicom.network.Peer;
import dev.auricle.dicom.query.Query;
import dev.auricle.dicom.query.QueryLevel;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;

/** Asks by C-FIND: for the studies of a day, and for the series of each. */
public final class FindCatalogue extends DailyCatalogue {
    private final ArchiveScu scu;
    private final Peer archive;

    /** Asks this archive. */
    public FindCatalogue(ArchiveScu scu, Peer archive) {
        this.scu = scu;
        this.archive = archive;
    }

    @Override
    List<DataSet> studies(String day, List<String> modality) {
        var query = Query.of(QueryLevel.STUDY).matching(Tags.STUDY_DATE, day).returning(Tags.STUDY_INSTANCE_UID);
        return find(modality.isEmpty() ? query : query.matching(Tags.MODALITIES_IN_STUDY, modality.get(0)));
    }

    @Override
    List<DataSet> series(String study) {
        return find(Query.of(QueryLevel.SERIES)
                .matching(Tags.STUDY_INSTANCE_UID, study)
                .returning(SeriesEntry.ATTRIBUTES));
    }

    private List<DataSet> find(Query query) {
        var found = new ArrayList<DataSet>();
        var status = Patience.await(scu.find(archive, query, match -> {
                    found.add(match);
                    return Future.succeededFuture();
                })
                .outcome());
        if (!status.isSuccess()) {
            throw new UnableToBackfill("the archive answered a query with status " + status);
        }
        return found;
    }
}
