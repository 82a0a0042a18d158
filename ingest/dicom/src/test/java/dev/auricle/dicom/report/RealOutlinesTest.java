package dev.auricle.dicom.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.SharedData;
import dev.auricle.dicom.ZippedStudy;
import dev.auricle.dicom.annotation.ContourRasteriser;
import dev.auricle.dicom.annotation.ImageReference;
import dev.auricle.dicom.annotation.ImageStack;
import dev.auricle.dicom.annotation.OutlineRasteriser;
import dev.auricle.dicom.annotation.OutlinedRegion;
import dev.auricle.dicom.annotation.SegmentationReader;
import dev.auricle.dicom.annotation.SliceMasks;
import dev.auricle.dicom.annotation.StructureSetReader;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.presentation.PresentationStateReader;
import dev.auricle.dicom.presentation.PresentationStates;
import dev.auricle.dicom.space.Arrangement;
import dev.auricle.dicom.space.Geometry;
import dev.auricle.dicom.space.Mask;
import dev.auricle.dicom.space.SlicePlane;
import dev.auricle.dicom.space.Vector;
import dev.auricle.dicom.syntax.DataSetReader;
import dev.auricle.dicom.syntax.DataSetWriter;
import dev.auricle.dicom.syntax.ReadLimits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Outlines of real tumours and of a breast, written as reports and presentation states and read back. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RealOutlinesTest {
    private static final TransferSyntax SYNTAX = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;

    @ParameterizedTest
    @ValueSource(strings = {"STS_001", "STS_017", "STS_035", "STS_047"})
    void contours_in_a_report_are_the_masks_that_they_are_in_the_structure_set(String patient) throws IOException {
        // Given
        var study = ZippedStudy.read(
                SharedData.require("sts_mr_t1_multivendor/dicom_zip").resolve(patient + "_MR_T1.zip"));
        var geometry = study.arrangement().geometry().orElseThrow();
        var region = StructureSetReader.read(study.annotations().get(0)).get(0);
        var expected = ContourRasteriser.rasterise(region, geometry).mask();
        var onImages = new ArrayList<DataSet>();
        var inPatient = new ArrayList<DataSet>();
        for (var contour : region.areas()) {
            var points = contour.points();
            int slice = (int) Math.round(geometry.index(points.get(0)).z());
            onImages.add(Reports.region("POLYLINE", reference(study, slice), pixels(points, geometry)));
            inPatient.add(
                    Reports.inPatient(Concepts.VOLUME_SURFACE, "POLYGON", frameOfReference(study), closed(points)));
        }
        // When
        var fromImages = rasterise(regions(report(onImages)), stack(study));
        var fromPatient = rasterise(regions(report(inPatient)), stack(study));
        // Then: coordinates are of 32 bits in a report, so that a pixel may fall on the other side of a line
        assertThat(dice(fromImages, expected)).isGreaterThan(0.9999);
        assertThat(dice(fromPatient, expected)).isGreaterThan(0.9999);
    }

    @Test
    void an_ellipse_round_a_segment_is_the_same_in_a_report_and_in_a_presentation_state_and_is_an_ellipse()
            throws IOException {
        // Given
        var study = breast();
        var geometry = study.arrangement().geometry().orElseThrow();
        var breast = SegmentationReader.read(study.annotations().get(0)).mask(1, geometry);
        int slice = fullest(breast);
        var box = box(breast, slice);
        double[] ends = {
            box[0],
            (box[1] + box[3]) / 2,
            box[2],
            (box[1] + box[3]) / 2,
            (box[0] + box[2]) / 2,
            box[1],
            (box[0] + box[2]) / 2,
            box[3]
        };
        var image = reference(study, slice);
        // When
        var reported = rasterise(regions(report(List.of(Reports.region("ELLIPSE", image, ends)))), stack(study));
        var presented = rasterise(
                PresentationStateReader.read(reread(PresentationStates.state(
                        List.of(image),
                        PresentationStates.annotation("breast", PresentationStates.graphic("ELLIPSE", "PIXEL", ends))
                                .build()))),
                stack(study));
        // Then
        assertThat(presented.labels()).isEqualTo(reported.labels());
        assertThat(reported.labels()).isEqualTo(ellipse(box, slice, geometry).labels());
        assertThat(dice(reported, only(breast, slice)))
                .as("an ellipse is a weak label")
                .isBetween(0.3, 0.99);
    }

    /** The study has every position three times, one after the other; one of them will do. */
    private static ZippedStudy breast() throws IOException {
        var all = ZippedStudy.read(SharedData.require("breast_mr_ge_seg/UCSF-BR-06_DCE_plus_SEG.zip"));
        var images = IntStream.range(0, all.images().size() / 3)
                .mapToObj(position -> all.images().get(3 * position))
                .toList();
        return new ZippedStudy(
                images, Arrangement.of(images.stream().map(SlicePlane::of).toList()), all.annotations());
    }

    private static DataSet report(List<DataSet> coordinates) {
        return Reports.report(
                SopClass.COMPREHENSIVE_3D_SR,
                List.of(Reports.group("1411", Reports.ATRIUM, coordinates.toArray(DataSet[]::new))));
    }

    private static List<OutlinedRegion> regions(DataSet report) {
        return ReportReader.read(reread(report));
    }

    private static DataSet reread(DataSet object) {
        return new DataSetReader(ReadLimits.DEFAULT).read(DataSetWriter.write(object, SYNTAX), SYNTAX);
    }

    private static Mask rasterise(List<OutlinedRegion> regions, ImageStack images) {
        var drawn = new SliceMasks(images.geometry());
        regions.stream()
                .flatMap(region -> region.outlines().stream())
                .forEach(outline -> OutlineRasteriser.rasterise(outline, images, drawn));
        var mask = Mask.empty(images.geometry());
        drawn.slices().forEach((slice, pixels) -> {
            System.arraycopy(pixels, 0, mask.labels(), mask.geometry().offset(slice), pixels.length);
        });
        return mask;
    }

    private static ImageStack stack(ZippedStudy study) {
        return ImageStack.of(
                study.arrangement().geometry().orElseThrow(),
                frameOfReference(study),
                study.images().stream()
                        .map(image -> new ImageReference(
                                image.require(Tags.SOP_INSTANCE_UID).string()))
                        .toList());
    }

    private static String frameOfReference(ZippedStudy study) {
        return study.images().get(0).require(Tags.FRAME_OF_REFERENCE_UID).string();
    }

    private static DataSet reference(ZippedStudy study, int slice) {
        return Reports.reference(
                SopClass.MR_IMAGE,
                study.images().get(slice).require(Tags.SOP_INSTANCE_UID).string());
    }

    private static double[] pixels(List<Vector> points, Geometry geometry) {
        return points.stream()
                .map(geometry::index)
                .flatMapToDouble(index -> DoubleStream.of(index.x() + 0.5, index.y() + 0.5))
                .toArray();
    }

    private static double[] closed(List<Vector> points) {
        var all = new ArrayList<>(points);
        all.add(points.get(0));
        return all.stream()
                .flatMapToDouble(point -> DoubleStream.of(point.x(), point.y(), point.z()))
                .toArray();
    }

    private static int fullest(Mask mask) {
        int fullest = 0;
        for (int slice = 1; slice < mask.geometry().slices(); slice++) {
            fullest = count(mask, slice) > count(mask, fullest) ? slice : fullest;
        }
        return fullest;
    }

    private static int count(Mask mask, int slice) {
        int count = 0;
        for (int i = mask.geometry().offset(slice); i < mask.geometry().offset(slice + 1); i++) {
            count += mask.labels()[i];
        }
        return count;
    }

    /** Left, top, right and bottom outer edges of what is set on a slice. */
    private static double[] box(Mask mask, int slice) {
        double[] box = {Double.MAX_VALUE, Double.MAX_VALUE, 0, 0};
        int columns = mask.geometry().columns();
        for (int i = 0; i < mask.geometry().offset(1); i++) {
            int row = i / columns;
            if (mask.labels()[mask.geometry().offset(slice) + i] != 0) {
                box[0] = Math.min(box[0], i % columns);
                box[1] = Math.min(box[1], row);
                box[2] = Math.max(box[2], i % columns + 1);
                box[3] = Math.max(box[3], row + 1);
            }
        }
        return box;
    }

    /** The ellipse that fills a box, pixel by pixel after its equation. */
    private static Mask ellipse(double[] box, int slice, Geometry geometry) {
        var mask = Mask.empty(geometry);
        for (int i = 0; i < geometry.offset(1); i++) {
            int row = i / geometry.columns();
            double x = i % geometry.columns() + 0.5 - (box[0] + box[2]) / 2;
            double y = row + 0.5 - (box[1] + box[3]) / 2;
            boolean inside = Math.hypot(2 * x / (box[2] - box[0]), 2 * y / (box[3] - box[1])) <= 1;
            mask.labels()[geometry.offset(slice) + i] = (byte) (inside ? 1 : 0);
        }
        return mask;
    }

    private static Mask only(Mask mask, int slice) {
        var one = Mask.empty(mask.geometry());
        int from = mask.geometry().offset(slice);
        int to = mask.geometry().offset(slice + 1);
        System.arraycopy(Arrays.copyOfRange(mask.labels(), from, to), 0, one.labels(), from, to - from);
        return one;
    }

    private static double dice(Mask first, Mask second) {
        int both = 0;
        for (int i = 0; i < first.labels().length; i++) {
            both += first.labels()[i] & second.labels()[i];
        }
        return 2.0 * both / (first.count(1) + second.count(1));
    }
}
