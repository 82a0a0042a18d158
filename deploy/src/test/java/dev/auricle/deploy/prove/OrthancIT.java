package dev.auricle.deploy.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.auricle.deploy.embed.FhirServer;
import dev.auricle.deploy.embed.Ports;
import dev.auricle.dicom.annotation.SegmentationReader;
import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.network.Peer;
import dev.auricle.dicom.syntax.DicomFile;
import dev.auricle.dicom.syntax.ReadLimits;
import dev.auricle.schemas.topic.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * A hospital with Orthanc as its PACS and HAPI as its FHIR server. The PACS knows nothing of us but two AE titles: it
 * forwards every study that has become stable, the SEG that came back included.
 */
@TestInstance(Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class OrthancIT {
    private static final Duration LONG = Duration.ofMinutes(2);

    private final BrightBody body = new BrightBody("one", 1.4, 1.2, 2.5);

    /** Between the plan's grid and this one everything is resampled. */
    private final BrightBody other = new BrightBody("two", 1.25, 1.1, 2);

    private final BrightBody next = new BrightBody("three", 1.4, 1.2, 2.5);

    @SuppressWarnings("NullAway.Init")
    private Path work;

    @SuppressWarnings("NullAway.Init")
    private FhirServer fhir;

    @SuppressWarnings("NullAway.Init")
    private OneHospital hospital;

    @SuppressWarnings("NullAway.Init")
    private Orthanc orthanc;

    @SuppressWarnings("NullAway.Init")
    private OrthancRest pacs;

    @SuppressWarnings("NullAway.Init")
    private FhirFindings findings;

    @BeforeAll
    void a_study_has_come_to_the_pacs_and_its_results_are_back(@TempDir Path directory) {
        work = directory;
        Orthanc.require();
        Dciodvfy.require();
        var starting = CompletableFuture.supplyAsync(() -> FhirServer.start(work.resolve("fhir"), Ports.free()));
        hospital = new OneHospital(work);
        int dicomPort = Ports.free();
        orthanc = Orthanc.start(
                work.resolve("orthanc"),
                dicomPort,
                Map.of(
                        "gateway", new Peer("127.0.0.1", hospital.gatewayPort(), OneHospital.GATEWAY, Orthanc.AE_TITLE),
                        "nobody", new Peer("127.0.0.1", hospital.gatewayPort(), "NOBODY", Orthanc.AE_TITLE),
                        "inference", new Peer("127.0.0.1", 104, "AURICLE", Orthanc.AE_TITLE)));
        pacs = orthanc.rest();
        fhir = starting.join();
        findings = new FhirFindings(fhir.base());
        hospital.infer(Orthanc.AE_TITLE, dicomPort, fhir.base());
        store(body);
        store(other);
        awaitResults(body);
        awaitResults(other);
    }

    @AfterAll
    void stop() throws Exception {
        for (var each : new AutoCloseable[] {orthanc, hospital, fhir}) {
            if (each != null) {
                each.close();
            }
        }
    }

    @Test
    void the_gateway_answers_to_its_own_title_and_to_no_other() {
        // When
        boolean byItsTitle = pacs.succeeds("/modalities/gateway/echo");
        boolean byAnother = pacs.succeeds("/modalities/nobody/echo");
        // Then
        assertThat(byItsTitle).isTrue();
        assertThat(byAnother).isFalse();
    }

    @Test
    void the_pacs_shows_the_seg_in_the_study_of_its_images() {
        // When
        var series = segSeries(body);
        // Then
        assertThat(series).hasSize(1);
        assertThat(series.get(0).at("/0020000D/Value/0").asText()).isEqualTo(body.study());
    }

    @Test
    void the_validator_finds_no_error_in_the_seg() throws Exception {
        // When
        var said = Dciodvfy.validate(segFile(body), work);
        // Then
        assertThat(said).isNotEmpty().noneMatch(line -> line.startsWith("Error"));
    }

    @Test
    void the_seg_refers_to_all_images_it_was_made_of_and_to_no_others() {
        // When
        var referenced = seg(body).items(Tags.REFERENCED_SERIES_SEQUENCE);
        // Then
        assertThat(referenced).singleElement().satisfies(series -> {
            assertThat(text(series, Tags.SERIES_INSTANCE_UID)).isEqualTo(body.series());
            assertThat(series.items(Tags.REFERENCED_INSTANCE_SEQUENCE))
                    .extracting(image -> text(image, Tags.REFERENCED_SOP_INSTANCE_UID))
                    .containsExactlyInAnyOrderElementsOf(body.images().stream()
                            .map(image -> text(image, Tags.SOP_INSTANCE_UID))
                            .toList());
        });
    }

    @Test
    void on_another_grid_the_mask_lies_where_the_bright_body_does_to_half_a_voxel() {
        // Given
        var source = CentreOfMass.ofBrighter(BrightBody.BRIGHT, other.images());
        // When
        var mask = CentreOfMass.of(SegmentationReader.read(seg(other)).mask(1));
        // Then: on each way each voxel goes to the nearest, or between two, and half the plan's shortest step is 0.6 mm
        assertThat(mask.position().minus(source.position()).length()).isLessThan(0.6);
        assertThat(mask.voxels()).isCloseTo(source.voxels(), withinPercentage(10));
    }

    @Test
    void on_the_plans_own_grid_the_mask_is_the_bright_body() {
        // Given
        var source = CentreOfMass.ofBrighter(BrightBody.BRIGHT, body.images());
        // When
        var mask = CentreOfMass.of(SegmentationReader.read(seg(body)).mask(1));
        // Then
        assertThat(mask.voxels()).isEqualTo(source.voxels());
        assertThat(mask.position().minus(source.position()).length()).isLessThan(0.001);
    }

    @Test
    void the_fhir_server_has_each_resource_once_and_all_are_valid() {
        // When
        var delivered = delivered(body);
        // Then
        assertThat(delivered)
                .extracting(Resource::fhirType)
                .containsExactly("Patient", "ImagingStudy", "DiagnosticReport", "Observation");
        assertThat(delivered).flatExtracting(findings::errors).isEmpty();
    }

    @Test
    void a_study_that_comes_again_changes_nothing() {
        // Given
        var seg = segFile(body);
        // When: one partition a topic, so the first study's second coming is through when a third study's results are
        // in
        var again = Map.of("Resources", List.of(pacs.idOf(body.study())), "Synchronous", true);
        pacs.post("/modalities/gateway/store", again);
        store(next);
        awaitResults(next);
        // Then
        assertThat(segSeries(body)).hasSize(1);
        assertThat(segFile(body)).isEqualTo(seg);
        assertThat(delivered(body)).hasSize(4);
        assertThat(hospital.read(Topics.SEGMENTATIONS)).hasSize(3);
        assertThat(hospital.read(Topics.DELIVERY_FAILED)).isEmpty();
    }

    @Test
    void a_seg_that_the_pacs_forwards_to_us_is_not_learned_from() {
        // When: the PACS forwards a whole study again, because its SEG has been added to it
        await().atMost(LONG).until(() -> rejections().contains("OWN_RESULT"));
        // Then
        assertThat(hospital.read(Topics.SAMPLES)).isEmpty();
    }

    private void store(BrightBody study) {
        for (var image : study.images()) {
            pacs.store(file(image));
        }
    }

    private void awaitResults(BrightBody study) {
        await().atMost(LONG)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> segSeries(study).size() > 0);
        await().atMost(LONG).until(() -> delivered(study).size() >= 4);
    }

    /** What QIDO-RS says of the SEG series of a study. */
    private JsonNode segSeries(BrightBody study) {
        return pacs.get("/dicom-web/studies/" + study.study() + "/series?Modality=SEG");
    }

    private byte[] segFile(BrightBody study) {
        var series = segSeries(study).at("/0/0020000E/Value/0").asText();
        var instances = pacs.get("/dicom-web/studies/" + study.study() + "/series/" + series + "/instances");
        var instance = instances.at("/0/00080018/Value/0").asText();
        return pacs.download("/instances/" + pacs.idOf(instance) + "/file");
    }

    private DataSet seg(BrightBody study) {
        return DicomFile.read(Bytes.wrap(segFile(study)), ReadLimits.DEFAULT).dataSet();
    }

    private List<String> rejections() {
        return hospital.read(Topics.SERIES_REJECTED).stream()
                .map(rejected -> rejected.getReasons(0).getCode())
                .toList();
    }

    private List<Resource> delivered(BrightBody study) {
        var delivered = new ArrayList<Resource>();
        for (var patient : findings.patients(study.patient())) {
            delivered.add(patient);
            delivered.addAll(findings.imagingStudies(study.study()));
            delivered.addAll(findings.reports(patient));
            delivered.addAll(findings.observations(patient));
        }
        return delivered;
    }

    private static String text(DataSet dataSet, Tag tag) {
        return dataSet.require(tag).string();
    }

    private static byte[] file(DataSet image) {
        var file = new ByteArrayOutputStream();
        try {
            DicomFile.of(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).write(file);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return file.toByteArray();
    }
}
