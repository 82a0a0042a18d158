package dev.auricle.deploy.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ca.uhn.fhir.context.FhirContext;
import dev.auricle.deploy.embed.FhirServer;
import dev.auricle.deploy.embed.Ports;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.dictionary.Vr;
import dev.auricle.dicom.network.Peer;
import dev.auricle.dicom.network.VertxDicomNetwork;
import dev.auricle.dicom.syntax.DicomFile;
import dev.auricle.ingest.BackfillMain;
import dev.auricle.ingest.BackfillMain.Way;
import dev.auricle.ingest.IngestConfig;
import dev.auricle.ingest.backfill.Completeness;
import dev.auricle.ingest.backfill.Hours;
import dev.auricle.ingest.backfill.Pace;
import dev.auricle.ingest.backfill.Portion;
import dev.auricle.ingest.backfill.Progress;
import dev.auricle.ingest.backfill.Selection;
import dev.auricle.ingest.backfill.SeriesEntry;
import dev.auricle.ingest.backfill.Tally;
import dev.auricle.ingest.backfill.UnableToBackfill;
import dev.auricle.schemas.configuration.Configuration;
import dev.auricle.schemas.record.InstanceChunk;
import dev.auricle.schemas.topic.Topics;
import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ImagingStudy;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An archive, Orthanc, had studies before the gateway came. Every test has a day of its own. */
@TestInstance(Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class BackfillIT {
    private static final int SLICES = 4;
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Pace AT_ONCE = new Pace(Hours.ANY, Double.POSITIVE_INFINITY, Clock.systemUTC(), moment -> {});

    private final Vertx vertx = Vertx.vertx();
    private final int dicomPort = Ports.free();

    @SuppressWarnings("NullAway.Init")
    private OneHospital hospital;

    @SuppressWarnings("NullAway.Init")
    private Orthanc orthanc;

    @SuppressWarnings("NullAway.Init")
    private FhirServer fhir;

    @SuppressWarnings("NullAway.Init")
    private BackfillMain backfill;

    @BeforeAll
    void an_archive_has_four_days_of_studies(@TempDir Path work) {
        Orthanc.require();
        hospital = new OneHospital(work);
        fhir = FhirServer.start(work.resolve("fhir"), Ports.free());
        orthanc = Orthanc.start(
                work.resolve("orthanc"),
                dicomPort,
                Map.of(
                        "mover", new Peer("127.0.0.1", hospital.gatewayPort(), OneHospital.GATEWAY, Orthanc.AE_TITLE),
                        "asker", new Peer("127.0.0.1", Ports.free(), "AURICLE", Orthanc.AE_TITLE)));
        for (int day = 1; day <= 5; day++) {
            for (var modality : List.of("MR", "CT")) {
                for (int slice = 0; slice < SLICES; slice++) {
                    orthanc.rest().store(file(day, modality, slice));
                }
            }
        }
        backfill =
                main("""
                receive: {port: 0}
                backfill:
                  archive: {host: 127.0.0.1, port: %d, aeTitle: %s}
                  web: {url: '%s'}
                  fhir: {url: '%s'}
                """.formatted(dicomPort, Orthanc.AE_TITLE, orthanc.rest().address("/dicom-web"), fhir.base()));
    }

    @AfterAll
    void close() {
        backfill.close();
        orthanc.close();
        fhir.close();
        hospital.close();
        vertx.close();
    }

    @ParameterizedTest
    @CsvSource({"MOVE, 1", "GET, 2", "WADO, 3"})
    void what_is_wanted_comes_once_and_nothing_else(Way way, int day) {
        // Given
        var wanted = on(day, "MR");
        // When
        var first = bring(way, wanted);
        // Then
        assertThat(first).isEqualTo(new Tally(1, 0, 1, 0, SLICES));
        await().atMost(LONG).until(() -> received("2.25.%d.1.".formatted(day)).size() == SLICES);
        assertThat(received("2.25.%d.2.".formatted(day))).isEmpty();
        // And again, when it is assembled
        await().atMost(LONG)
                .until(() -> backfill.examine(backfill.catalogue(way), wanted, new Silence())
                        .isComplete());
        assertThat(bring(way, wanted)).isEqualTo(new Tally(1, 1, 0, 0, 0));
        assertThat(received("2.25.%d.1.".formatted(day))).hasSize(SLICES);
        assertThat(backfill.examine(backfill.catalogue(way), on(day), new Silence()))
                .isEqualTo(new Completeness.Found(2, 1, 0, 2 * SLICES, SLICES));
    }

    @Test
    void a_fhir_server_tells_what_there_is_and_what_is_new() {
        // Given
        var studies =
                FhirContext.forR4Cached().newRestfulGenericClient(fhir.base().toString());
        studies.create().resource(imagingStudy(4)).execute();
        // When
        var brought =
                backfill.bring(backfill.studiesSince(Instant.EPOCH), Way.GET, on(4, "MR"), AT_ONCE, new Silence());
        // Then
        assertThat(brought).isEqualTo(new Tally(1, 0, 1, 0, SLICES));
        assertThat(received("2.25.4.1.")).hasSize(SLICES);
        assertThat(portions(consumer ->
                        backfill.studiesSince(Instant.now().plusSeconds(3600)).read(on(4, "MR"), consumer)))
                .allMatch(portion -> portion.series().isEmpty());
    }

    @Test
    void an_archive_that_is_asked_to_send_to_a_stranger_leaves_the_series_incomplete() {
        // Given
        try (var lost = main("""
                receive: {port: 0}
                backfill:
                  archive: {host: 127.0.0.1, port: %d, aeTitle: %s, destination: NOBODY}
                """.formatted(dicomPort, Orthanc.AE_TITLE))) {
            // When
            var tally = lost.bring(lost.catalogue(Way.MOVE), Way.MOVE, on(5, "MR"), AT_ONCE, new Silence());
            // Then
            assertThat(tally.incomplete()).isEqualTo(1);
            assertThat(received("2.25.5.")).isEmpty();
        }
    }

    @Test
    void a_series_that_the_archive_has_no_more_keeps_no_other_from_coming() {
        // Given
        var gone = new SeriesEntry("2.25.6", "2.25.6.1", "MR", SLICES);
        var there = new SeriesEntry("2.25.6", "2.25.6.2", "MR", SLICES);
        for (int slice = 0; slice < SLICES; slice++) {
            orthanc.rest().store(file(6, "CT", slice));
        }
        // When
        var tally = backfill.bring(
                (selection, taker) -> taker.accept(new Portion("a day", 1, 1, List.of(gone, there))),
                Way.WADO,
                on(6),
                AT_ONCE,
                new Silence());
        // Then
        assertThat(tally).isEqualTo(new Tally(2, 0, 1, 1, SLICES));
    }

    @Test
    void an_archive_that_is_not_there_is_named() {
        try (var nowhere = main("""
                receive: {port: 0}
                backfill:
                  archive: {host: 127.0.0.1, port: %d, aeTitle: GONE}
                """.formatted(Ports.free()))) {
            assertThatThrownBy(() ->
                            nowhere.bring(nowhere.catalogue(Way.GET), Way.GET, on(5, "MR"), AT_ONCE, new Silence()))
                    .isInstanceOf(UnableToBackfill.class)
                    .hasMessageContaining("GONE");
        }
    }

    private Tally bring(Way way, Selection selection) {
        return backfill.bring(backfill.catalogue(way), way, selection, AT_ONCE, new Silence());
    }

    private BackfillMain main(String ingest) {
        return new BackfillMain(
                Configuration.parse(ingest, "the test's backfill", Map.of()).as(IngestConfig.class),
                new BackfillMain.Surroundings(hospital.site(), vertx, new VertxDicomNetwork(vertx), Clock.systemUTC()),
                hospital.site().hospital("north"),
                () -> UUID.randomUUID().toString());
    }

    /** SOP Instance UIDs that begin so, each as often as it came. */
    private List<String> received(String prefix) {
        return hospital.read(Topics.DICOM_INSTANCES).stream()
                .filter(InstanceChunk::hasSeal)
                .map(InstanceChunk::getSopInstanceUid)
                .filter(uid -> uid.startsWith(prefix))
                .toList();
    }

    private static List<Portion> portions(Consumer<Consumer<Portion>> reading) {
        var portions = new ArrayList<Portion>();
        reading.accept(portions::add);
        return portions;
    }

    private static Selection on(int day, String... modalities) {
        var date = LocalDate.of(2026, 3, day);
        return new Selection(date, date, Set.of(modalities));
    }

    private static ImagingStudy imagingStudy(int day) {
        var study = new ImagingStudy()
                .setStatus(ImagingStudy.ImagingStudyStatus.AVAILABLE)
                .setSubject(new Reference().setDisplay("somebody"))
                .setStarted(Date.from(Instant.parse("2026-03-%02dT12:00:00Z".formatted(day))));
        study.addIdentifier().setSystem("urn:dicom:uid").setValue("urn:oid:2.25.%d".formatted(day));
        var modality = new Coding()
                .setSystem("http://dicom.nema.org/resources/ontology/DCM")
                .setCode("MR");
        study.addModality(modality);
        study.addSeries()
                .setUid("2.25.%d.1".formatted(day))
                .setModality(modality)
                .setNumberOfInstances(SLICES);
        return study;
    }

    private static byte[] file(int day, String modality, int slice) {
        int series = modality.equals("MR") ? 1 : 2;
        var sopClass = modality.equals("MR") ? SopClass.MR_IMAGE : SopClass.CT_IMAGE;
        var image = DataSet.builder()
                .set(Tags.SOP_CLASS_UID, sopClass.uid())
                .set(Tags.SOP_INSTANCE_UID, "2.25.%d.%d.%d".formatted(day, series, slice + 1))
                .set(Tags.STUDY_DATE, "202603%02d".formatted(day))
                .set(Tags.MODALITY, modality)
                .set(Tags.PATIENT_ID, "P" + day)
                .set(Tags.PATIENT_NAME, "Test^Patient")
                .set(Tags.STUDY_INSTANCE_UID, "2.25." + day)
                .set(Tags.SERIES_INSTANCE_UID, "2.25.%d.%d".formatted(day, series))
                .set(Tags.INSTANCE_NUMBER, slice + 1)
                .set(Tags.IMAGE_POSITION_PATIENT, 0.0, 0.0, 2.5 * slice)
                .set(Tags.IMAGE_ORIENTATION_PATIENT, 1.0, 0.0, 0.0, 0.0, 1.0, 0.0)
                .set(Tags.FRAME_OF_REFERENCE_UID, "2.25.%d.9".formatted(day))
                .set(Tags.SAMPLES_PER_PIXEL, 1)
                .set(Tags.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                .set(Tags.ROWS, 32)
                .set(Tags.COLUMNS, 32)
                .set(Tags.PIXEL_SPACING, 1.0, 1.0)
                .set(Tags.BITS_ALLOCATED, 16)
                .set(Tags.BITS_STORED, 16)
                .set(Tags.HIGH_BIT, 15)
                .set(Tags.PIXEL_REPRESENTATION, 0)
                .bytes(Tags.PIXEL_DATA, Vr.OW, new byte[2 * 32 * 32])
                .build();
        var out = new ByteArrayOutputStream();
        try {
            DicomFile.of(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).write(out);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return out.toByteArray();
    }

    private static final class Silence implements Progress {
        @Override
        public void begun(Portion portion) {}

        @Override
        public void done(Tally soFar) {}
    }
}
