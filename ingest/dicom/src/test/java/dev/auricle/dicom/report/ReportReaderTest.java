package dev.auricle.dicom.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.dicom.SharedData;
import dev.auricle.dicom.annotation.Annotator;
import dev.auricle.dicom.annotation.Code;
import dev.auricle.dicom.annotation.ImageReference;
import dev.auricle.dicom.annotation.Outline;
import dev.auricle.dicom.annotation.OutlinedRegion;
import dev.auricle.dicom.annotation.OutlinedRegion.Reach;
import dev.auricle.dicom.annotation.SegmentReference;
import dev.auricle.dicom.annotation.Shape;
import dev.auricle.dicom.annotation.Shape.Circle;
import dev.auricle.dicom.annotation.Shape.Ellipse;
import dev.auricle.dicom.annotation.Shape.Ellipsoid;
import dev.auricle.dicom.annotation.ShapeKind;
import dev.auricle.dicom.annotation.UnableToReadAnnotation;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.DicomException;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.space.Vector;
import dev.auricle.dicom.syntax.DicomFile;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportReaderTest {
    private static final DataSet IMAGE = Reports.reference(SopClass.MR_IMAGE, "1.2.3.4.5");
    private static final DataSet SQUARE = Reports.region("POLYLINE", IMAGE, 1, 1, 5, 1, 5, 5, 1, 5, 1, 1);

    @Test
    void a_circle_on_an_image_has_its_finding_its_tracking_identifier_and_its_observer() {
        // When
        var region = only(Reports.group("1410", Reports.ATRIUM, Reports.region("CIRCLE", IMAGE, 20, 30, 25.5, 30)));
        // Then
        assertThat(region.naming().codes()).containsExactly(Reports.ATRIUM);
        assertThat(region.naming().labels()).containsExactly("tracked Left atrium", "Left atrium");
        assertThat(region.annotator()).isEqualTo(Annotator.person("Doe^Jane"));
        assertThat(region.reach()).isEqualTo(Reach.SLICES);
        assertThat(region.outlines())
                .containsExactly(new Outline.OnImages(
                        List.of(new ImageReference("1.2.3.4.5")),
                        new Circle(new Vector(20, 30, 0), new Vector(25.5, 30, 0))));
        assertThat(region.segments()).isEmpty();
    }

    @Test
    void an_ellipse_is_read_by_its_axes() {
        var shape = shape(Reports.region("ELLIPSE", IMAGE, 10, 20, 30, 20, 20, 25, 20, 15));
        assertThat(shape).isEqualTo(new Ellipse(new Vector(20, 20, 0), new Vector(10, 0, 0), new Vector(0, -5, 0)));
    }

    @Test
    void a_frame_of_an_image_is_named_by_its_number() {
        // Given
        var frames = IMAGE.toBuilder().set(Tags.REFERENCED_FRAME_NUMBER, 3, 5).build();
        // When
        var region = only(Reports.group("1410", Reports.ATRIUM, Reports.region("CIRCLE", frames, 2, 3, 2, 4)));
        // Then
        assertThat(((Outline.OnImages) region.outlines().get(0)).images())
                .containsExactly(new ImageReference("1.2.3.4.5", 3), new ImageReference("1.2.3.4.5", 5));
    }

    @Test
    void the_line_of_an_image_region_is_closed_though_its_end_is_not_its_beginning() {
        assertThat(shape(Reports.region("POLYLINE", IMAGE, 1, 1, 5, 1, 5, 5, 1, 5)))
                .isEqualTo(shape(SQUARE))
                .extracting(Shape::kind, Shape::points)
                .containsExactly(ShapeKind.BOX, 4);
    }

    @Test
    void points_and_open_lines_outline_nothing() {
        // Given
        var line = Reports.onImage(Reports.dcm("121206", "Path"), "INFERRED FROM", "POLYLINE", IMAGE, 1, 1, 9, 9, 9, 1);
        var points =
                List.of(Reports.region("POINT", IMAGE, 1, 1), Reports.region("MULTIPOINT", IMAGE, 1, 1, 2, 2, 3, 3));
        // Then
        assertThat(regions(Reports.group("1410", Reports.ATRIUM, Reports.measured(line))))
                .isEmpty();
        assertThat(regions(Reports.group("1410", Reports.ATRIUM, points.get(0), points.get(1))))
                .isEmpty();
    }

    @Test
    void coordinates_of_measurements_count_where_the_group_has_none_of_its_own() {
        // Given
        var measured = Reports.measured(
                Reports.onImage(Reports.dcm("121055", "Path"), "INFERRED FROM", "CIRCLE", IMAGE, 1, 1, 2, 2));
        // Then
        assertThat(only(Reports.group("1410", Reports.ATRIUM, measured)).outlines())
                .hasSize(1);
        assertThat(only(Reports.group("1410", Reports.ATRIUM, measured, SQUARE)).outlines())
                .extracting(outline -> outline.shape().kind())
                .containsExactly(ShapeKind.BOX);
    }

    @Test
    void polygon_ellipse_and_ellipsoid_lie_in_the_patient() {
        // When
        var region = only(Reports.group(
                "1411",
                Reports.ATRIUM,
                Reports.inPatient(
                        Concepts.VOLUME_SURFACE, "POLYGON", "1.2.9", 0, 0, 4, 9, 0, 4, 9, 9, 4, 3, 12, 4, 0, 0, 4),
                Reports.inPatient(Concepts.VOLUME_SURFACE, "ELLIPSE", "1.2.9", 0, 5, 8, 10, 5, 8, 5, 3, 8, 5, 7, 8),
                Reports.inPatient(
                        Concepts.VOLUME_SURFACE,
                        "ELLIPSOID",
                        "1.2.9",
                        -4,
                        0,
                        0,
                        4,
                        0,
                        0,
                        0,
                        -3,
                        0,
                        0,
                        3,
                        0,
                        0,
                        0,
                        -2,
                        0,
                        0,
                        2)));
        // Then
        assertThat(region.reach()).isEqualTo(Reach.STACK);
        assertThat(region.outlines())
                .allSatisfy(outline -> assertThat(((Outline.InPatient) outline).frameOfReference())
                        .isEqualTo("1.2.9"));
        assertThat(region.outlines())
                .extracting(outline -> outline.shape().kind())
                .containsExactly(ShapeKind.POLYGON, ShapeKind.ELLIPSE, ShapeKind.ELLIPSOID);
        assertThat(region.outlines().get(2).shape())
                .isEqualTo(new Ellipsoid(
                        new Vector(0, 0, 0), new Vector(4, 0, 0), new Vector(0, 3, 0), new Vector(0, 0, 2)));
    }

    @Test
    void a_group_may_refer_to_a_segment_instead() {
        // When
        var region = only(Reports.group("1411", Reports.ATRIUM, Reports.segment("1.2.3.8", 2)));
        // Then
        assertThat(region.segments()).containsExactly(new SegmentReference("1.2.3.8", 2));
        assertThat(region.outlines()).isEmpty();
        assertThat(region.reach()).isEqualTo(Reach.STACK);
    }

    @Test
    void where_something_was_found_names_it_only_if_nothing_says_what_was_found() {
        assertThat(only(Reports.groupAt(Reports.ATRIUM, SQUARE)).naming().codes())
                .containsExactly(Reports.ATRIUM);
        assertThat(only(Reports.group("1410", Reports.ATRIUM, SQUARE)).naming().codes())
                .containsExactly(Reports.ATRIUM);
    }

    @Test
    void an_algorithm_that_a_group_names_is_its_annotator() {
        // Given
        var algorithm = Reports.text("HAS CONCEPT MOD", Concepts.ALGORITHM_NAME, "Finder");
        // Then
        assertThat(only(Reports.group("1410", Reports.ATRIUM, SQUARE, algorithm))
                        .annotator())
                .isEqualTo(Annotator.program("Finder"));
    }

    @Test
    void coordinates_outside_groups_are_of_what_they_stand_below() {
        // When
        var region = only(Reports.loose(SQUARE));
        // Then
        assertThat(region.naming().codes()).containsExactly(new Code("52988006", "SCT", "Lesion"));
        assertThat(region.outlines()).hasSize(1);
    }

    @Test
    void an_image_that_stands_elsewhere_in_the_report_is_pointed_at() {
        // Given: the report's content is the group, in its measurements, its sixth item; the second of these is the
        // image
        var pointer = DataSet.builder()
                .set(Tags.RELATIONSHIP_TYPE, "SELECTED FROM")
                .set(Tags.REFERENCED_CONTENT_ITEM_IDENTIFIER, 1, 6, 1, 6)
                .build();
        var pointing = SQUARE.toBuilder().items(Tags.CONTENT_SEQUENCE, pointer).build();
        var image = SQUARE.requireItem(Tags.CONTENT_SEQUENCE).toBuilder()
                .set(Tags.RELATIONSHIP_TYPE, "CONTAINS")
                .build();
        // When
        var region = only(Reports.group("1410", Reports.ATRIUM, pointing, image));
        // Then
        assertThat(region.outlines())
                .isEqualTo(only(Reports.group("1410", Reports.ATRIUM, SQUARE)).outlines());
        assertThatThrownBy(() -> only(Reports.group("1410", Reports.ATRIUM, pointing)))
                .isInstanceOf(UnableToReadAnnotation.class);
    }

    @Test
    void a_report_of_words_alone_outlines_nothing() {
        assertThat(regions(Reports.text("CONTAINS", Reports.dcm("121070", "Findings"), "nothing to be seen")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"CIRCLE, 6", "ELLIPSE, 6", "ELLIPSE, 10", "POLYLINE, 5"})
    void a_shape_of_another_number_of_points_is_refused(String type, int numbers) {
        var region = Reports.region(type, IMAGE, new double[numbers]);
        assertThatThrownBy(() -> regions(Reports.group("1410", Reports.ATRIUM, region)))
                .isInstanceOf(UnableToReadAnnotation.class);
    }

    @Test
    void a_point_that_is_nowhere_is_refused() {
        var region = Reports.region("CIRCLE", IMAGE, 1, 2, Double.NaN, 4);
        assertThatThrownBy(() -> regions(Reports.group("1410", Reports.ATRIUM, region)))
                .isInstanceOf(UnableToReadAnnotation.class);
    }

    @Test
    void a_tree_that_is_too_deep_and_an_image_are_refused() {
        // Given
        var deep = Reports.loose(SQUARE);
        for (int i = 0; i < 70; i++) {
            deep = Reports.loose(deep);
        }
        var report = Reports.report(SopClass.COMPREHENSIVE_SR, List.of(deep));
        var image = DataSet.builder()
                .set(Tags.SOP_CLASS_UID, SopClass.MR_IMAGE.uid())
                .build();
        // Then
        assertThatThrownBy(() -> ReportReader.read(report)).isInstanceOf(UnableToReadAnnotation.class);
        assertThatThrownBy(() -> ReportReader.read(image)).isInstanceOf(DicomException.class);
    }

    @Test
    void the_regions_that_highdicom_wrote_are_read() throws IOException {
        // When
        var regions = read("highdicom/sr_document_with_multiple_groups.dcm");
        // Then
        assertThat(regions)
                .extracting(region -> region.naming().codes().get(0).meaning())
                .containsExactly("Nodule", "Aorta");
        assertThat(regions)
                .extracting(region -> region.outlines().stream()
                        .map(outline -> outline.shape().kind())
                        .toList())
                .containsExactly(List.of(ShapeKind.CIRCLE), List.of(ShapeKind.BOX));
        assertThat(regions.get(0).annotator().kind()).isEqualTo(Annotator.Kind.PERSON);
    }

    @Test
    void the_segments_that_dcmqi_measured_are_known() throws IOException {
        // When
        var regions = read("dcmqi/sr-example/sr.dcm");
        // Then
        assertThat(regions).isNotEmpty().allSatisfy(region -> {
            assertThat(region.segments()).hasSize(1);
            assertThat(region.naming().codes()).hasSize(1);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "highdicom/sr_document.dcm, 1",
        "fo-dicom/test_SR.dcm, 0",
        "dcm4che/report_dfl, 0",
    })
    void other_reports_of_the_corpus_have_what_they_outline(String file, int regions) throws IOException {
        assertThat(read(file)).hasSize(regions);
    }

    private static List<OutlinedRegion> read(String file) throws IOException {
        return ReportReader.read(
                DicomFile.read(SharedData.require("dicom_corpus/" + file)).dataSet());
    }

    private static Shape shape(DataSet coordinates) {
        return only(Reports.group("1410", Reports.ATRIUM, coordinates))
                .outlines()
                .get(0)
                .shape();
    }

    private static OutlinedRegion only(DataSet group) {
        var regions = regions(group);
        assertThat(regions).hasSize(1);
        return regions.get(0);
    }

    private static List<OutlinedRegion> regions(DataSet group) {
        return ReportReader.read(Reports.report(SopClass.COMPREHENSIVE_3D_SR, List.of(group)));
    }
}
