package dev.auricle.ingest.backfill;

import dev.auricle.schemas.configuration.Default;
import dev.auricle.schemas.configuration.Secret;
import java.net.URI;
import java.util.Optional;

/**
 * The section {@code ingest.backfill}: where there is something to bring in from.
 *
 * @param archive by DIMSE
 * @param web by DICOMweb
 * @param fhir whose ImagingStudy resources tell what there is
 */
public record BackfillConfig(Optional<Archive> archive, Optional<Web> web, Optional<Fhir> fhir) {

    /**
     * An archive that is asked by C-FIND, C-MOVE and C-GET.
     *
     * @param aeTitle what it is called
     * @param callingAeTitle what we call ourselves
     * @param destination what it calls our gateway, for C-MOVE; empty for the hospital's own AE title
     */
    public record Archive(
            String host,
            @Default("104") int port,
            String aeTitle,
            @Default("AURICLE") String callingAeTitle,
            Optional<String> destination) {}

    /**
     * An archive that is asked by QIDO-RS and WADO-RS.
     *
     * @param url what the paths of its services begin with
     * @param token a bearer token; empty where it asks for none
     */
    public record Web(URI url, Optional<Secret> token) {}

    /**
     * A FHIR server (R4).
     *
     * @param url its base
     */
    public record Fhir(URI url) {}
}
