package dev.auricle.inference.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import dev.auricle.dicom.annotation.SegmentationReader;
import dev.auricle.dicom.annotation.SourceSeries;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.space.Geometry;
import dev.auricle.dicom.space.Mask;
import dev.auricle.dicom.syntax.DataSetWriter;
import dev.auricle.inference.TestSeries;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.ImagingStudy;
import org.hl7.fhir.r4.model.ImagingStudy.ImagingStudySeriesComponent;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EncodeTest {
    private final Result result = result(1);
    private final SourceSeries source = new SourceSeries(TestSeries.geometry(), TestSeries.images());

    @Test
    void a_seg_carries_the_mask_on_every_slice_and_the_study_of_its_images() {
        // When
        var seg = EncodeSeg.encode(result, source);
        // Then
        assertThat(seg.require(Tags.NUMBER_OF_FRAMES).integer()).isEqualTo(TestSeries.SLICES);
        assertThat(seg.require(Tags.STUDY_INSTANCE_UID).string()).isEqualTo(TestSeries.STUDY);
        assertThat(seg.require(Tags.PATIENT_ID).string()).isEqualTo("4711");
        assertThat(SegmentationReader.read(seg).mask(1, TestSeries.geometry()).labels())
                .isEqualTo(result.mask().labels());
    }

    @Test
    void encoding_again_gives_the_same_bytes_under_the_same_names() {
        // Given
        var once = EncodeSeg.encode(result, source);
        // When
        var again = EncodeSeg.encode(result(1), source);
        // Then
        assertThat(DataSetWriter.write(again, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN))
                .isEqualTo(DataSetWriter.write(once, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
        assertThat(json(new EncodeFhir(result(1), TestSeries.images()).transaction(Optional.empty())))
                .isEqualTo(json(bundle()));
    }

    @Test
    void another_revision_or_model_has_other_names() {
        assertThat(result(2).identity().segUid()).isNotEqualTo(result.identity().segUid());
        assertThat(result(2).identity().fhirId("report"))
                .isNotEqualTo(result.identity().fhirId("report"));
        assertThat(result(2).identity().imagingStudyId())
                .isEqualTo(result.identity().imagingStudyId());
    }

    @Test
    void images_that_are_not_those_that_were_segmented_are_refused() {
        // Given
        var fewer = new SourceSeries(
                new Geometry(TestSeries.geometry().first(), 3, 3),
                TestSeries.images().subList(0, 3));
        // Then
        assertThatThrownBy(() -> EncodeSeg.encode(result, fewer)).isInstanceOf(UnableToEncode.class);
    }

    @Test
    void everything_is_put_under_a_computed_id_but_patient_and_order_which_are_created_only_where_missing() {
        // When
        var entries = bundle().getEntry();
        // Then
        assertThat(entries)
                .extracting(entry -> entry.getRequest().getMethod() + " "
                        + entry.getResource().fhirType())
                .containsExactly(
                        "POST Patient",
                        "POST ServiceRequest",
                        "PUT ImagingStudy",
                        "PUT Observation",
                        "PUT DiagnosticReport",
                        "PUT Device",
                        "PUT Provenance");
        assertThat(entries.get(0).getRequest().getIfNoneExist())
                .isEqualTo("identifier=urn%3Aauricle%3Asite%3Anorth%3Apatient-id%7C4711");
        assertThat(entries.subList(2, 7)).allSatisfy(entry -> {
            assertThat(entry.getRequest().getUrl())
                    .isEqualTo(entry.getResource().fhirType() + "/"
                            + entry.getResource().getIdPart());
            assertThat(entry.getResource().getMeta().getSecurityFirstRep().getCode())
                    .isEqualTo("AIAST");
        });
    }

    @Test
    void the_observation_is_a_preliminary_volume_in_millilitres() {
        // When
        var observation = only(Observation.class);
        // Then
        assertThat(observation.getStatus().toCode()).isEqualTo("preliminary");
        assertThat(observation.getCode().getCodingFirstRep().getCode()).isEqualTo("118565006");
        assertThat(observation.getValueQuantity().getValue()).isEqualByComparingTo("0.12");
        assertThat(observation.getValueQuantity().getCode()).isEqualTo("mL");
        assertThat(observation.getBodySite().getCodingFirstRep().getCode()).isEqualTo("82471001");
        assertThat(observation.getComponentFirstRep().getValueStringType().getValue())
                .isEqualTo(TestSeries.SERIES);
    }

    @Test
    void the_report_holds_the_observation_and_a_page_with_its_hash() {
        // When
        var report = only(DiagnosticReport.class);
        // Then
        assertThat(report.getConclusion()).isEqualTo("Left atrium 0.12 mL (global prediction)");
        assertThat(report.getResultFirstRep().getReference())
                .isEqualTo("Observation/" + only(Observation.class).getIdPart());
        var page = report.getPresentedFormFirstRep();
        assertThat(new String(page.getData(), StandardCharsets.UTF_8)).contains("Not for diagnosis");
        assertThat(page.getSize()).isEqualTo(page.getData().length);
        assertThat(page.getHash()).isEqualTo(ReportPage.sha1(page.getData()));
    }

    @Test
    void a_study_keeps_the_series_that_others_put_there() {
        // Given
        var existing = new ImagingStudy();
        existing.setId(result.identity().imagingStudyId());
        existing.getMeta().setVersionId("3");
        existing.addSeries(new ImagingStudySeriesComponent().setUid("9.9.9").setNumberOfInstances(5));
        existing.addSeries(
                new ImagingStudySeriesComponent().setUid(TestSeries.SERIES).setNumberOfInstances(1));
        // When
        var bundle = new EncodeFhir(result, TestSeries.images()).transaction(Optional.of(existing));
        // Then
        var study = only(ImagingStudy.class, bundle);
        assertThat(study.getSeries())
                .extracting(ImagingStudySeriesComponent::getUid)
                .containsExactly("9.9.9", TestSeries.SERIES, result.identity().segSeriesUid());
        assertThat(study.getNumberOfInstances()).isEqualTo(5 + 4 + 1);
        assertThat(bundle.getEntry())
                .filteredOn(entry -> entry.getResource() instanceof ImagingStudy)
                .extracting(entry -> entry.getRequest().getIfMatch())
                .containsExactly("W/\"3\"");
    }

    @Test
    void values_that_would_end_a_search_value_are_escaped() {
        assertThat(QueryText.token("urn:a", "A|1,2$\\")).isEqualTo("urn%3Aa%7CA%5C%7C1%5C%2C2%5C%24%5C%5C");
    }

    private Bundle bundle() {
        return new EncodeFhir(result, TestSeries.images()).transaction(Optional.empty());
    }

    private <R extends Resource> R only(Class<R> type) {
        return only(type, bundle());
    }

    private static <R extends Resource> R only(Class<R> type, Bundle bundle) {
        List<R> found = bundle.getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static String json(Bundle bundle) {
        return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(bundle);
    }

    private static Result result(int revision) {
        var mask = Mask.empty(TestSeries.geometry());
        for (int at = 70; at < 80; at++) {
            mask.labels()[at] = 1;
        }
        return new Result(TestSeries.segmentation().setSeriesRevision(revision).build(), mask);
    }
}
