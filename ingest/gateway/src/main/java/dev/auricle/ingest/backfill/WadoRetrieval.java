package dev.auricle.ingest.backfill;

import dev.auricle.dicom.network.AssociationInfo;
import dev.auricle.dicom.network.StoreScp;
import dev.auricle.dicom.web.DicomWebClient;
import dev.auricle.dicom.web.StoreOutcome;
import dev.auricle.dicom.web.WebResource;

/** By WADO-RS: what comes goes straight into the log. */
public final class WadoRetrieval implements Retrieval {
    private final DicomWebClient archive;
    private final AssociationInfo source;
    private final StoreScp intake;

    /**
     * From an archive into the log.
     *
     * @param source what the log says of where it comes from
     */
    public WadoRetrieval(DicomWebClient archive, AssociationInfo source, StoreScp intake) {
        this.archive = archive;
        this.source = source;
        this.intake = intake;
    }

    @Override
    public Fetched fetch(SeriesEntry series) {
        var resource = WebResource.series(series.study(), series.series());
        var outcomes = Patience.await(archive.retrieve(resource, source, intake));
        int stored = (int) outcomes.stream().filter(StoreOutcome::isStored).count();
        return new Fetched(stored, Math.max(outcomes.size(), series.instances()) - stored);
    }
}
