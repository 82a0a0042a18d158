package dev.auricle.ingest.backfill;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.query.Query;
import dev.auricle.dicom.query.QueryLevel;
import dev.auricle.dicom.web.DicomWebClient;
import java.util.ArrayList;
import java.util.List;

/** Asks by QIDO-RS: for the studies of a day, and for the series of each. */
public final class QidoCatalogue extends DailyCatalogue {
    private static final int PAGE = 100;

    private final DicomWebClient archive;

    /** Asks this archive. */
    public QidoCatalogue(DicomWebClient archive) {
        this.archive = archive;
    }

    @Override
    List<DataSet> studies(String day, List<String> modality) {
        var query = Query.of(QueryLevel.STUDY).matching(Tags.STUDY_DATE, day);
        return search(modality.isEmpty() ? query : query.matching(Tags.MODALITIES_IN_STUDY, modality.get(0)));
    }

    @Override
    List<DataSet> series(String study) {
        return search(Query.of(QueryLevel.SERIES)
                .matching(Tags.STUDY_INSTANCE_UID, study)
                .returning(Tags.NUMBER_OF_SERIES_RELATED_INSTANCES));
    }

    private List<DataSet> search(Query query) {
        var found = new ArrayList<DataSet>();
        Patience.await(archive.searchAll(query, PAGE, found::add));
        return found;
    }
}
