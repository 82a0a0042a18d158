package dev.auricle.ingest.backfill;

import dev.auricle.dicom.network.AssociationInfo;
import dev.auricle.dicom.network.StoreScp;
import dev.auricle.dicom.web.DicomWebClient;
import dev.auricle.dicom.web.StoreOutcome;
import dev.auricle.dicom.web.UnableToAsk;
import dev.auricle.dicom.web.WebResource;
import io.vertx.core.Future;
import java.util.List;
import java.util.Set;

/** By WADO-RS: what comes goes straight into the log. */
public final class WadoRetrieval implements Retrieval {
    /** Not found, not acceptable, gone. */
    private static final Set<Integer> GONE = Set.of(404, 406, 410);

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
        var outcomes = Patience.await(archive.retrieve(resource, source, intake).recover(WadoRetrieval::nothingIfGone));
        int stored = (int) outcomes.stream().filter(StoreOutcome::isStored).count();
        return new Fetched(stored, Math.max(1, Math.max(outcomes.size(), series.instances())) - stored);
    }

    /** An archive that does not have what its catalogue names has all the others; anything else concerns them, too. */
    private static Future<List<StoreOutcome>> nothingIfGone(Throwable cause) {
        boolean gone = cause instanceof UnableToAsk refused
                && refused.status().stream().anyMatch(GONE::contains);
        return gone ? Future.succeededFuture(List.of()) : Future.failedFuture(cause);
    }
}
