package dev.auricle.ingest.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.ingest.assemble.Series;
import dev.auricle.ingest.check.Verdict.Slice;
import dev.auricle.schemas.configuration.Configuration;
import dev.auricle.schemas.log.LogRefs;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.record.Reason;
import dev.auricle.schemas.record.SeriesAssembled;
import dev.auricle.schemas.record.SeriesInstance;
import dev.auricle.schemas.record.SlicePlane;
import dev.auricle.schemas.record.Vector;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CheckSeriesTest {
    private static final String PLAN = """
            federation: atrium
            sites: [north]
            preprocessing: {modalities: [MR]}
            classes:
              - name: Left atrium
                category: {value: "91723000", scheme: SCT, meaning: Anatomical structure}
                type: {value: "82471001", scheme: SCT, meaning: Left atrium}
            """;

    private final CheckSeries check = check("{}");

    @Test
    void a_stack_is_an_image_whose_slices_are_in_order() {
        // When
        var verdict = check.examine(series(at(10), at(0), at(5)));
        // Then
        assertThat(verdict).isInstanceOfSatisfying(Verdict.Image.class, image -> {
            assertThat(image.slices()).containsExactly(new Slice(1, 0), new Slice(2, 0), new Slice(0, 0));
            assertThat(image.geometry().sliceSpacing()).isEqualTo(5);
            assertThat(image.geometry().slices()).isEqualTo(3);
        });
    }

    @Test
    void frames_of_an_instance_are_slices_like_others() {
        // Given: two frames above and below another instance
        var frames = at(10).setFrames(2).setStacks(1).addAllFramePositions(List.of(0.0, 0.0, 10.0, 0.0, 0.0, 0.0));
        // When
        var verdict = check.examine(series(frames, at(5)));
        // Then
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Image.class,
                        image -> assertThat(image.slices())
                                .containsExactly(new Slice(0, 1), new Slice(1, 0), new Slice(0, 0)));
    }

    @Test
    void outlines_and_masks_are_annotations() {
        for (var sopClass : List.of(SopClass.SEGMENTATION, SopClass.RT_STRUCTURE_SET)) {
            var annotation = series(SeriesInstance.newBuilder().setSopClassUid(sopClass.uid()));
            assertThat(check.examine(annotation)).isInstanceOf(Verdict.Annotation.class);
        }
    }

    @Test
    void documents_that_outline_nothing_are_refused_for_that_alone() {
        // Given
        var report = SeriesInstance.newBuilder().setSopClassUid(SopClass.BASIC_TEXT_SR.uid());
        var state = SeriesInstance.newBuilder().setSopClassUid(SopClass.BLENDING_SOFTCOPY_PRESENTATION_STATE.uid());
        var regions = SeriesInstance.newBuilder().setSopClassUid(SopClass.COMPREHENSIVE_3D_SR.uid());
        // Then
        assertThat(reasons(report)).extracting(Reason::getCode).containsExactly("NO_REGIONS");
        assertThat(reasons(state)).extracting(Reason::getCode).containsExactly("NO_REGIONS");
        assertThat(check.examine(series(report, regions))).isInstanceOf(Verdict.Annotation.class);
    }

    @Test
    void a_missing_slice_is_named_with_the_gap() {
        assertThat(reasons(at(0), at(5), at(15), at(20))).singleElement().satisfies(reason -> {
            assertThat(reason.getCode()).isEqualTo("MISSING_SLICES");
            assertThat(reason.getSentence())
                    .isEqualTo("Between neighbours there are 10.00 mm where 5.00 mm are usual.");
        });
    }

    @Test
    void slices_that_are_no_stack_are_refused_each_for_its_reason() {
        var turned = at(10);
        turned.getPlaneBuilder().getRowDirectionBuilder().setX(0).setZ(1);
        var larger = at(10);
        larger.getPlaneBuilder().setRows(8);
        var finer = at(10);
        finer.getPlaneBuilder().setRowSpacing(0.5);
        var aside = at(10);
        aside.getPlaneBuilder().getPositionBuilder().setX(9);
        assertThat(codes(at(0), at(5), turned)).contains("MIXED_ORIENTATION");
        assertThat(codes(at(0), at(5), larger)).containsExactly("MIXED_SIZE");
        assertThat(codes(at(0), at(5), finer)).containsExactly("MIXED_SPACING");
        assertThat(codes(at(0), at(5), aside)).containsExactly("SHEARED");
        assertThat(codes(at(0), at(5), at(5))).containsExactly("DUPLICATE_POSITION");
        assertThat(codes(at(0))).containsExactly("TOO_FEW_SLICES");
    }

    @Test
    void every_reason_against_a_series_is_named() {
        // Given
        var compressed =
                at(5).setTransferSyntaxUid(TransferSyntax.JPEG_XL.uid()).setHasPixels(false);
        var lost = at(10).clearPlane().setFrames(3);
        var stacked = at(15).clearPlane().setFrames(4).setStacks(2);
        // Then
        assertThat(codes(at(0), compressed, lost, stacked))
                .containsExactly("NO_PIXELS", "UNSUPPORTED_SYNTAX", "SEVERAL_STACKS", "NO_GEOMETRY");
        assertThat(reasons(at(0), compressed, lost, stacked).get(1).getSentence())
                .isEqualTo("Pixels in JPEG XL are not decoded.");
    }

    @Test
    void a_modality_that_the_plan_does_not_take_is_named() {
        var series = new Series(
                SeriesAssembled.newBuilder().setModality("CT").build(),
                List.of(at(0).build(), at(5).build()),
                LogRefs.of("series.assembled", 0, 0, 0, ByteString.EMPTY));
        assertThat(((Verdict.Rejected) check.examine(series)).reasons().get(0).getSentence())
                .isEqualTo("The plan takes MR, this is CT.");
    }

    @Test
    void directions_that_are_none_are_a_reason_and_not_a_crash() {
        var nowhere = at(5);
        nowhere.getPlaneBuilder().getRowDirectionBuilder().setX(0.5);
        assertThat(codes(at(0), nowhere)).containsExactly("BAD_GEOMETRY");
    }

    @Test
    void slices_that_are_mirrored_against_the_others_are_refused_as_such() {
        // Given
        var mirrored = at(10);
        mirrored.getPlaneBuilder().getRowDirectionBuilder().setX(-1);
        var upsideDown = at(10);
        upsideDown.getPlaneBuilder().getColumnDirectionBuilder().setY(-1);
        // Then
        assertThat(codes(at(0), at(5), mirrored)).containsExactly("FLIPPED_SLICES");
        assertThat(codes(at(0), at(5), upsideDown)).containsExactly("FLIPPED_SLICES");
    }

    @Test
    void a_series_of_several_kinds_of_objects_is_refused() {
        assertThat(mixed(at(0), at(5), at(10).setSopClassUid(SopClass.CT_IMAGE.uid())))
                .isEqualTo("Instances differ in SOPClassUID (MR Image Storage, CT Image Storage).");
    }

    @Test
    void a_series_of_several_modalities_or_frames_of_reference_is_refused_and_values_are_not_said() {
        // Given
        var elsewhere = at(10);
        elsewhere.getKindBuilder().setModality("CT").setFrameOfReferenceUid("1.2.99");
        // Then
        assertThat(mixed(at(0), at(5), elsewhere)).isEqualTo("Instances differ in Modality, FrameOfReferenceUID.");
    }

    @Test
    void a_localizer_a_derived_and_a_secondary_image_among_slices_are_refused() {
        for (var other : List.of(
                List.of("ORIGINAL", "PRIMARY", "LOCALIZER"),
                List.of("DERIVED", "PRIMARY", "AXIAL"),
                List.of("ORIGINAL", "SECONDARY", "AXIAL"))) {
            assertThat(mixed(ofType(0, "ORIGINAL", "PRIMARY", "AXIAL"), ofType(5, other.toArray(String[]::new))))
                    .isEqualTo("Instances differ in ImageType.");
        }
    }

    @Test
    void later_values_of_image_type_and_an_image_that_has_none_do_not_make_a_series_mixed() {
        assertThat(check.examine(series(
                        ofType(0, "ORIGINAL", "PRIMARY", "M", "NORM"), ofType(5, "ORIGINAL", "PRIMARY", "M"), at(10))))
                .isInstanceOf(Verdict.Image.class);
    }

    @Test
    void echoes_phases_and_repetitions_of_one_place_are_a_mixed_series() {
        // Given
        var first = at(0);
        first.getKindBuilder()
                .setEchoNumbers("1")
                .setTemporalPositionIdentifier("1")
                .setAcquisitionNumber("7");
        var second = at(0);
        second.getKindBuilder()
                .setEchoNumbers("2")
                .setTemporalPositionIdentifier("2")
                .setAcquisitionNumber("7");
        // Then
        assertThat(mixed(first, second, at(5), at(10)))
                .isEqualTo("Images of one place differ in EchoNumbers, TemporalPositionIdentifier.");
    }

    @Test
    void acquisitions_of_different_places_are_one_series() {
        // Given
        var first = at(0);
        first.getKindBuilder().setAcquisitionNumber("1").setTriggerTime("10");
        var second = at(5);
        second.getKindBuilder().setAcquisitionNumber("2").setTriggerTime("20");
        // Then
        assertThat(check.examine(series(first, second))).isInstanceOf(Verdict.Image.class);
    }

    @Test
    void spacings_beyond_the_plans_limits_are_refused_with_the_limits() {
        // Given
        var strict =
                check("{leastPixelSpacing: 0.5, mostPixelSpacing: 0.9, leastSliceSpacing: 1, mostSliceSpacing: 4}");
        // Then
        assertThat(reasons(strict, at(0), at(5)))
                .extracting(Reason::getCode)
                .containsExactly("PIXEL_SPACING_OUT_OF_RANGE", "SLICE_SPACING_OUT_OF_RANGE");
        assertThat(reasons(strict, at(0), at(5)))
                .extracting(Reason::getSentence)
                .containsExactly(
                        "Pixels are 1.000 mm by 1.000 mm; the plan takes 0.500 to 0.900 mm.",
                        "Slices are 5.000 mm apart; the plan takes 1.000 to 4.000 mm.");
    }

    @Test
    void spacings_on_the_plans_limits_are_taken() {
        // Given
        var exact = check("{leastPixelSpacing: 1, mostPixelSpacing: 1, leastSliceSpacing: 5, mostSliceSpacing: 5}");
        // Then
        assertThat(exact.examine(series(at(0), at(5)))).isInstanceOf(Verdict.Image.class);
    }

    @Test
    void instance_numbers_must_run_along_the_stack_only_where_the_plan_wants_it() {
        // Given
        var numbered = check("{sliceOrder: numbered}");
        var toAndFro = series(at(0).setInstanceNumber(1), at(5).setInstanceNumber(3), at(10).setInstanceNumber(2));
        var down = series(at(0).setInstanceNumber(9), at(5).setInstanceNumber(7), at(10).setInstanceNumber(2));
        // Then
        assertThat(check.examine(toAndFro)).isInstanceOf(Verdict.Image.class);
        assertThat(numbered.examine(down)).isInstanceOf(Verdict.Image.class);
        assertThat(numbered.examine(toAndFro))
                .isInstanceOfSatisfying(
                        Verdict.Rejected.class,
                        rejected -> assertThat(rejected.reasons())
                                .extracting(Reason::getCode)
                                .containsExactly("UNEXPECTED_ORDER"));
    }

    private String mixed(SeriesInstance.Builder... instances) {
        assertThat(codes(instances)).containsExactly("MIXED_SERIES");
        return reasons(instances).get(0).getSentence();
    }

    private static SeriesInstance.Builder ofType(double z, String... imageType) {
        var slice = at(z);
        slice.getKindBuilder().addAllImageType(List.of(imageType));
        return slice;
    }

    private List<String> codes(SeriesInstance.Builder... instances) {
        return reasons(instances).stream().map(Reason::getCode).toList();
    }

    private List<Reason> reasons(SeriesInstance.Builder... instances) {
        return reasons(check, instances);
    }

    private static List<Reason> reasons(CheckSeries check, SeriesInstance.Builder... instances) {
        return ((Verdict.Rejected) check.examine(series(instances))).reasons();
    }

    private static CheckSeries check(String quality) {
        return new CheckSeries(Configuration.parse(PLAN + "quality: " + quality, "plan.yaml", Map.of())
                .as(Plan.class));
    }

    private static Series series(SeriesInstance.Builder... instances) {
        return new Series(
                SeriesAssembled.newBuilder().setModality("MR").build(),
                Stream.of(instances).map(SeriesInstance.Builder::build).toList(),
                LogRefs.of("series.assembled", 0, 0, 0, ByteString.EMPTY));
    }

    private static SeriesInstance.Builder at(double z) {
        return SeriesInstance.newBuilder()
                .setSopClassUid(SopClass.MR_IMAGE.uid())
                .setTransferSyntaxUid(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN.uid())
                .setHasPixels(true)
                .setFrames(1)
                .setPlane(SlicePlane.newBuilder()
                        .setPosition(Vector.newBuilder().setZ(z))
                        .setRowDirection(Vector.newBuilder().setX(1))
                        .setColumnDirection(Vector.newBuilder().setY(1))
                        .setRowSpacing(1)
                        .setColumnSpacing(1)
                        .setRows(4)
                        .setColumns(4));
    }
}
