package dev.auricle.ingest.backfill;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.exceptions.FhirClientConnectionException;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseBundle;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.ImagingStudy;

/** Asks a FHIR server for the ImagingStudy resources that are new or changed since a moment, page by page. */
public final class FhirCatalogue implements Catalogue {
    private static final String UID_SYSTEM = "urn:dicom:uid";
    private static final String UID_PREFIX = "urn:oid:";
    private static final String DICOM_CODES = "http://dicom.nema.org/resources/ontology/DCM";
    private static final int PAGE = 100;

    private final IGenericClient server;
    private final Instant since;

    /** Asks this server. */
    public FhirCatalogue(IGenericClient server, Instant since) {
        this.server = server;
        this.since = since;
    }

    @Override
    public void read(Selection selection, Consumer<Portion> taker) {
        try {
            int number = 1;
            for (var page = Optional.of(first(selection)); page.isPresent(); page = next(page.get())) {
                taker.accept(new Portion("page " + number, number, 0, series(page.get(), selection)));
                number++;
            }
        } catch (FhirClientConnectionException unreachable) {
            throw new UnableToBackfill("the FHIR server does not answer", unreachable);
        } catch (BaseServerResponseException refused) {
            throw new UnableToBackfill("the FHIR server answers HTTP " + refused.getStatusCode(), refused);
        }
    }

    private Bundle first(Selection selection) {
        var search = server.search()
                .forResource(ImagingStudy.class)
                .where(ImagingStudy.STARTED.afterOrEquals().day(selection.from().toString()))
                .and(ImagingStudy.STARTED.beforeOrEquals().day(selection.to().toString()))
                .lastUpdated(new DateRangeParam(Date.from(since), null));
        var wanted = selection.modalities().stream().sorted().toArray(String[]::new);
        return (wanted.length == 0
                        ? search
                        : search.and(ImagingStudy.MODALITY.exactly().systemAndValues(DICOM_CODES, wanted)))
                .count(PAGE)
                .returnBundle(Bundle.class)
                .execute();
    }

    private Optional<Bundle> next(Bundle page) {
        return Optional.ofNullable(page.getLink(IBaseBundle.LINK_NEXT))
                .map(more -> server.loadPage().next(page).execute());
    }

    private static List<SeriesEntry> series(Bundle page, Selection selection) {
        return page.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(ImagingStudy.class::isInstance)
                .map(ImagingStudy.class::cast)
                .flatMap(FhirCatalogue::series)
                .filter(selection::takes)
                .toList();
    }

    /** A study without a UID cannot be asked for. */
    private static Stream<SeriesEntry> series(ImagingStudy study) {
        return study.getIdentifier().stream()
                .filter(identifier -> UID_SYSTEM.equals(identifier.getSystem()))
                .map(identifier -> identifier.getValue().replaceFirst("^" + UID_PREFIX, ""))
                .limit(1)
                .flatMap(uid -> study.getSeries().stream()
                        .map(series -> new SeriesEntry(
                                uid, series.getUid(), series.getModality().getCode(), series.getNumberOfInstances())));
    }
}
