package dev.auricle.dicom.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.dicom.SharedData;
import dev.auricle.dicom.ZippedStudy;
import dev.auricle.dicom.annotation.Contour.Kind;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.space.Geometry;
import dev.auricle.dicom.space.Mask;
import dev.auricle.dicom.space.Orientation;
import dev.auricle.dicom.space.PlaneGrid;
import dev.auricle.dicom.space.SlicePlane;
import dev.auricle.dicom.space.Vector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StructureSetTest {
    private static final Geometry GRID = new Geometry(
            new SlicePlane(
                    new Vector(0, 0, 0),
                    new Orientation(new Vector(1, 0, 0), new Vector(0, 1, 0)),
                    new PlaneGrid(10, 10, 1, 1)),
            2,
            3);

    @Test
    void a_square_holds_the_voxels_whose_centres_are_in_it() {
        // Given
        var square = square(1.5, 6.5, 2);
        // When
        var mask = rasterise(square).mask();
        // Then
        assertThat(mask.count(1)).isEqualTo(25);
        assertThat(at(mask, 2, 2, 1)).isEqualTo(1);
        assertThat(at(mask, 6, 6, 1)).isEqualTo(1);
        assertThat(at(mask, 7, 6, 1)).isZero();
        assertThat(at(mask, 4, 4, 0)).isZero();
    }

    @Test
    void squares_side_by_side_share_no_voxel_and_leave_none_out() {
        // Given: an edge that runs exactly through the centres of column and row 4
        var left = rasterise(square(0.5, 4, 0)).mask();
        var right = rasterise(polygon(0, 4, 0.5, 8.5, 0.5, 8.5, 4, 4, 4)).mask();
        // When
        var both = rasterise(square(0.5, 4, 0), polygon(0, 4, 0.5, 8.5, 0.5, 8.5, 4, 4, 4))
                .mask();
        // Then
        assertThat(both.count(1)).isEqualTo(left.count(1) + right.count(1));
    }

    @Test
    void a_contour_within_another_is_a_hole_and_one_within_that_is_not() {
        var mask = rasterise(square(0.5, 8.5, 0), square(2.5, 6.5, 0), square(3.5, 5.5, 0))
                .mask();
        assertThat(mask.count(1)).isEqualTo(64 - 16 + 4);
    }

    @Test
    void the_slit_of_a_keyhole_has_no_width() {
        // Given: an outer square, a slit to an inner one, round that, and back through the slit
        var keyhole = polygon(
                0, 0.5, 0.5, 8.5, 0.5, 8.5, 8.5, 0.5, 8.5, 0.5, 0.5, 2.5, 2.5, 2.5, 6.5, 6.5, 6.5, 6.5, 2.5, 2.5, 2.5);
        // When
        var mask = rasterise(keyhole).mask();
        // Then
        assertThat(mask.count(1)).isEqualTo(64 - 16);
    }

    @Test
    void several_contours_of_a_slice_are_all_filled_and_each_slice_by_itself() {
        // When
        var mask = rasterise(square(0.5, 3.5, 0), square(5.5, 8.5, 0), square(5.5, 7.5, 2))
                .mask();
        // Then
        assertThat(mask.count(1)).isEqualTo(9 + 9 + 4);
        assertThat(at(mask, 6, 6, 0)).isEqualTo(1);
        assertThat(at(mask, 1, 1, 1)).isZero();
        assertThat(at(mask, 6, 6, 1)).isEqualTo(1);
    }

    @Test
    void contours_to_be_combined_by_exclusive_or_are() {
        // Given
        var outer = new Contour(Kind.CLOSEDPLANAR_XOR, square(0.5, 6.5, 0).points());
        var across = new Contour(Kind.CLOSEDPLANAR_XOR, square(4.5, 8.5, 0).points());
        // When
        var mask = rasterise(outer, across).mask();
        // Then
        assertThat(mask.count(1)).isEqualTo(36 + 16 - 2 * 4);
    }

    @Test
    void a_region_on_an_oblique_stack_is_the_same_as_on_an_upright_one() {
        // Given
        var oblique = new Geometry(
                new SlicePlane(
                        new Vector(7, -3, 11),
                        new Orientation(new Vector(0.6, 0.8, 0), new Vector(-0.64, 0.48, 0.6)),
                        GRID.first().grid()),
                2,
                3);
        var upright = List.of(square(0.4, 8.6, 2), square(2.6, 6.4, 2), polygon(4.6, 1.1, 1.1, 7.9, 1.2, 4.4, 8.7));
        var turned = upright.stream()
                .map(contour -> new Contour(
                        contour.kind(),
                        contour.points().stream()
                                .map(point -> oblique.position(GRID.index(point)))
                                .toList()))
                .toList();
        // When
        var mask = ContourRasteriser.rasterise(region(turned), oblique).mask();
        // Then
        assertThat(mask.labels())
                .isEqualTo(ContourRasteriser.rasterise(region(upright), GRID)
                        .mask()
                        .labels());
    }

    @Test
    void a_region_has_its_code_its_name_and_who_drew_it() {
        // Given
        var code = DataSet.builder()
                .set(Tags.CODE_VALUE, "82471001")
                .set(Tags.CODING_SCHEME_DESIGNATOR, "SCT")
                .build();
        var observation = DataSet.builder()
                .set(Tags.REFERENCED_ROI_NUMBER, 1)
                .items(Tags.RT_ROI_IDENTIFICATION_CODE_SEQUENCE, code)
                .set(Tags.ROI_INTERPRETER, "Doe^Jane")
                .build();
        var object = DataSet.builder()
                .set(Tags.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.481.3")
                .set(Tags.MANUFACTURER_MODEL_NAME, "Contourer")
                .set(Tags.OPERATORS_NAME, "Roe^Richard")
                .items(Tags.STRUCTURE_SET_ROI_SEQUENCE, roi(1, "MANUAL"), roi(2, "MANUAL"), roi(3, "AUTOMATIC"))
                .items(Tags.RT_ROI_OBSERVATIONS_SEQUENCE, observation)
                .build();
        // When
        var regions = StructureSetReader.read(object);
        // Then
        assertThat(regions.get(0).naming().codes()).containsExactly(new Code("82471001", "SCT", ""));
        assertThat(regions).extracting(Region::name).containsExactly("roi 1", "roi 2", "roi 3");
        assertThat(regions)
                .extracting(Region::annotator)
                .containsExactly(
                        Annotator.person("Doe^Jane"), Annotator.person("Roe^Richard"), Annotator.program("Contourer"));
        assertThat(regions.get(0).annotator()).hasToString("PERSON");
    }

    @Test
    void how_finely_a_region_was_drawn_is_told_by_its_finest_contour() {
        var coarse = region(List.of(square(0.5, 8.5, 0), square(2.5, 6.5, 2)));
        var fine = region(List.of(square(0.5, 8.5, 0), polygon(2, 1, 1, 5, 1, 7, 4, 5, 7, 1, 5)));
        assertThat(coarse.kind()).isEqualTo(ShapeKind.BOX);
        assertThat(fine.kind()).isEqualTo(ShapeKind.POLYGON);
        assertThat(fine.points()).isEqualTo(5);
    }

    @Test
    void the_part_of_a_contour_beside_the_image_is_cut_off() {
        var mask = rasterise(polygon(0, -5, -5, 3.5, -5, 3.5, 20, -5, 20)).mask();
        assertThat(mask.count(1)).isEqualTo(4 * 10);
    }

    @Test
    void a_contour_belongs_to_the_slice_within_half_a_spacing() {
        assertThat(at(rasterise(square(1.5, 6.5, 2.9)).mask(), 4, 4, 1)).isEqualTo(1);
        assertThat(at(rasterise(square(1.5, 6.5, 3.1)).mask(), 4, 4, 2)).isEqualTo(1);
    }

    @Test
    void contours_that_are_not_filled_are_told() {
        // Given
        var point = new Contour(Kind.POINT, List.of(new Vector(1, 1, 0)));
        var below = square(1.5, 6.5, -5);
        var steep =
                new Contour(Kind.CLOSED_PLANAR, List.of(new Vector(1, 1, 0), new Vector(5, 1, 0), new Vector(5, 5, 4)));
        // When
        var rasterised = rasterise(point, below, steep);
        // Then
        assertThat(rasterised.mask().count(1)).isZero();
        assertThat(rasterised.findings())
                .hasSize(3)
                .contains(new ContourFinding.NotClosed(0), new ContourFinding.OutsideImage(1));
        assertThat(rasterised.findings().get(2)).isInstanceOf(ContourFinding.OffPlane.class);
    }

    @Test
    void another_object_and_half_a_point_are_refused() {
        var image = DataSet.builder()
                .set(Tags.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.4")
                .build();
        assertThatThrownBy(() -> StructureSetReader.read(image)).isInstanceOf(UnableToReadAnnotation.class);
        var contour = DataSet.builder().set(Tags.CONTOUR_DATA, 1, 2, 3, 4).build();
        var object = DataSet.builder()
                .set(Tags.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.481.3")
                .items(
                        Tags.STRUCTURE_SET_ROI_SEQUENCE,
                        DataSet.builder().set(Tags.ROI_NUMBER, 1).build())
                .items(
                        Tags.ROI_CONTOUR_SEQUENCE,
                        DataSet.builder()
                                .set(Tags.REFERENCED_ROI_NUMBER, 1)
                                .items(Tags.CONTOUR_SEQUENCE, contour)
                                .build())
                .build();
        assertThatThrownBy(() -> StructureSetReader.read(object)).isInstanceOf(UnableToReadAnnotation.class);
    }

    @Test
    void the_tumours_of_31_patients_are_filled_as_their_published_masks_are() throws IOException {
        // Given
        var data = SharedData.require("sts_mr_t1_multivendor");
        var dice = new TreeMap<String, Double>();
        // When
        for (var zip : SharedData.files("sts_mr_t1_multivendor/dicom_zip")) {
            var patient = zip.getFileName().toString().replace(".zip", "");
            var published = data.resolve("nifti_masks").resolve(patient + "_mask.nii.gz");
            dice.put(patient, dice(zip, published));
        }
        // Then
        assertThat(dice).hasSize(31);
        assertThat(dice.values()).allSatisfy(each -> assertThat(each).isGreaterThanOrEqualTo(0.999));
    }

    @Test
    void the_contours_of_a_scanner_s_series_refer_to_its_frame_of_reference() throws IOException {
        // Given
        var zip = SharedData.require("sts_original_siemens_t2/STS_001_MR_T2_original.zip");
        var patient = ZippedStudy.read(zip);
        // When
        var geometry = patient.arrangement().geometry().orElseThrow();
        var regions = StructureSetReader.read(patient.annotations().get(0));
        // Then
        assertThat(regions).extracting(Region::name).contains("GTV_Mass", "GTV_Edema");
        assertThat(regions)
                .allSatisfy(region -> assertThat(region.frameOfReference())
                        .isEqualTo(patient.images()
                                .get(0)
                                .require(Tags.FRAME_OF_REFERENCE_UID)
                                .string()));
        assertThat(regions)
                .allSatisfy(region -> assertThat(
                                ContourRasteriser.rasterise(region, geometry).findings())
                        .isEmpty());
    }

    private static double dice(Path zip, Path published) throws IOException {
        var patient = ZippedStudy.read(zip);
        var geometry = patient.arrangement().geometry().orElseThrow();
        var region = StructureSetReader.read(patient.annotations().get(0)).get(0);
        var rasterised = ContourRasteriser.rasterise(region, geometry);
        assertThat(rasterised.findings()).isEmpty();
        return dice(rasterised.mask(), Nifti.read(published).on(geometry));
    }

    private static double dice(Mask first, Mask second) {
        int both = 0;
        for (int i = 0; i < first.labels().length; i++) {
            both += first.labels()[i] & second.labels()[i];
        }
        return 2.0 * both / (first.count(1) + second.count(1));
    }

    private static Region region(List<Contour> contours) {
        return new Region(1, new Naming(List.of(), List.of("region")), Annotator.UNKNOWN, "", contours);
    }

    private static DataSet roi(int number, String algorithm) {
        return DataSet.builder()
                .set(Tags.ROI_NUMBER, number)
                .set(Tags.ROI_NAME, "roi " + number)
                .set(Tags.ROI_GENERATION_ALGORITHM, algorithm)
                .build();
    }

    private static Rasterised rasterise(Contour... contours) {
        return ContourRasteriser.rasterise(region(List.of(contours)), GRID);
    }

    private static Contour square(double from, double to, double z) {
        return polygon(z, from, from, to, from, to, to, from, to);
    }

    private static Contour polygon(double z, double... xy) {
        var points = new ArrayList<Vector>();
        for (int i = 0; i < xy.length; i += 2) {
            points.add(new Vector(xy[i], xy[i + 1], z));
        }
        return new Contour(Kind.CLOSED_PLANAR, points);
    }

    private static int at(Mask mask, int column, int row, int slice) {
        return mask.labels()[
                mask.geometry().offset(slice) + row * mask.geometry().columns() + column];
    }
}
