package dev.auricle.ingest;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import dev.auricle.dicom.network.ArchiveScu;
import dev.auricle.dicom.network.AssociationInfo;
import dev.auricle.dicom.network.AssociationTimeouts;
import dev.auricle.dicom.network.DicomNetwork;
import dev.auricle.dicom.network.Peer;
import dev.auricle.dicom.network.StoreScp;
import dev.auricle.dicom.web.Credentials;
import dev.auricle.dicom.web.DicomWebClient;
import dev.auricle.dicom.web.WebPatience;
import dev.auricle.dicom.web.WebPeer;
import dev.auricle.ingest.backfill.Backfill;
import dev.auricle.ingest.backfill.BackfillConfig;
import dev.auricle.ingest.backfill.Catalogue;
import dev.auricle.ingest.backfill.Completeness;
import dev.auricle.ingest.backfill.FhirCatalogue;
import dev.auricle.ingest.backfill.FindCatalogue;
import dev.auricle.ingest.backfill.GetRetrieval;
import dev.auricle.ingest.backfill.KnownSeries;
import dev.auricle.ingest.backfill.MoveRetrieval;
import dev.auricle.ingest.backfill.NoSuchArchive;
import dev.auricle.ingest.backfill.Pace;
import dev.auricle.ingest.backfill.Progress;
import dev.auricle.ingest.backfill.QidoCatalogue;
import dev.auricle.ingest.backfill.Retrieval;
import dev.auricle.ingest.backfill.Selection;
import dev.auricle.ingest.backfill.Tally;
import dev.auricle.ingest.backfill.WadoRetrieval;
import dev.auricle.ingest.receive.Intake;
import dev.auricle.schemas.configuration.Secret;
import dev.auricle.schemas.connect.Hospital;
import dev.auricle.schemas.connect.SiteConfig;
import dev.auricle.schemas.log.LogScan;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Brings in what an archive of one hospital already has. */
public final class BackfillMain implements AutoCloseable {
    private final BackfillConfig config;
    private final Surroundings surroundings;
    private final Hospital hospital;
    private final Intake intake;
    private final ArchiveScu scu;
    private final Optional<DicomWebClient> web;

    /** How series come. */
    public enum Way {
        /** The archive sends to our gateway. */
        MOVE,
        /** On our own association. */
        GET,
        /** By DICOMweb. */
        WADO
    }

    /** What it works with. */
    public record Surroundings(SiteConfig site, Vertx vertx, DicomNetwork network, Clock clock) {}

    /**
     * For one hospital.
     *
     * @param transferIds names transfers; no two alike
     */
    public BackfillMain(
            IngestConfig config, Surroundings surroundings, Hospital hospital, Supplier<String> transferIds) {
        this.config = config.backfill();
        this.surroundings = surroundings;
        this.hospital = hospital;
        intake = new Intake(surroundings.site(), config.receive(), transferIds);
        scu = new ArchiveScu(surroundings.network(), AssociationTimeouts.DEFAULT);
        web = this.config.web().map(this::client);
    }

    /** The archive's own catalogue. */
    public Catalogue catalogue(Way way) {
        return way == Way.WADO ? new QidoCatalogue(webClient()) : new FindCatalogue(scu, archive());
    }

    /** What a FHIR server has learned since a moment. */
    public Catalogue studiesSince(Instant since) {
        var fhir = config.fhir().orElseThrow(() -> new NoSuchArchive("fhir"));
        var context = FhirContext.forR4Cached();
        context.getRestfulClientFactory().setServerValidationMode(ServerValidationModeEnum.NEVER);
        return new FhirCatalogue(context.newRestfulGenericClient(fhir.url().toString()), since);
    }

    /** Fetches what is in a catalogue and not in the log. */
    public Tally bring(Catalogue catalogue, Way way, Selection selection, Pace pace, Progress progress) {
        return new Backfill(catalogue, retrieval(way), known(), pace, progress).run(selection);
    }

    /** Compares a catalogue with the log. */
    public Completeness.Found examine(Catalogue catalogue, Selection selection, Progress progress) {
        return new Completeness(catalogue, known()).examine(selection, progress);
    }

    @Override
    public void close() {
        web.ifPresent(DicomWebClient::close);
        intake.close();
    }

    private Retrieval retrieval(Way way) {
        return switch (way) {
            case MOVE -> new MoveRetrieval(scu, archive(), destination());
            case GET -> new GetRetrieval(scu, archive(), storage());
            case WADO -> new WadoRetrieval(webClient(), source(), storage());
        };
    }

    private KnownSeries known() {
        try (var log = new LogScan(surroundings.site().connection(), (topic, read, all) -> {})) {
            return KnownSeries.in(log);
        }
    }

    private StoreScp storage() {
        return intake.of(hospital.name());
    }

    private BackfillConfig.Archive dimse() {
        return config.archive().orElseThrow(() -> new NoSuchArchive("archive"));
    }

    private Peer archive() {
        var archive = dimse();
        return new Peer(archive.host(), archive.port(), archive.aeTitle(), archive.callingAeTitle());
    }

    private String destination() {
        return dimse().destination().orElse(hospital.aeTitle());
    }

    private DicomWebClient client(BackfillConfig.Web archive) {
        var credentials = archive.token()
                .map(Secret::value)
                .<Credentials>map(Credentials.Bearer::new)
                .orElse(Credentials.none());
        var peer = new WebPeer(archive.url(), credentials, Optional.empty());
        return new DicomWebClient(surroundings.vertx(), peer, WebPatience.DEFAULT, surroundings.clock());
    }

    private DicomWebClient webClient() {
        return web.orElseThrow(() -> new NoSuchArchive("web"));
    }

    /** Nobody associates; the log says whom it was asked from. */
    private AssociationInfo source() {
        var host = config.web().map(archive -> archive.url().getHost()).orElse("");
        return new AssociationInfo(hospital.aeTitle(), "DICOMWEB", host, Map.of());
    }
}
