package dev.auricle.dicom.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.SharedData;
import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.DicomException;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.pixel.GreyPixels;
import dev.auricle.dicom.space.SlicePlane;
import dev.auricle.dicom.syntax.DataSetWriter;
import dev.auricle.dicom.syntax.DicomFile;
import dev.auricle.dicom.syntax.ReadLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever becomes of an object's bytes, it is understood or refused; anything else thrown fails the test. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AnnotationMutationTest {
    private static final int MUTATIONS = 3_000;
    private static final int AFFORDABLE = 1 << 22;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void a_mutated_object_is_understood_or_refused(long seed) throws IOException {
        // Given
        var objects = objects();
        var random = new Random(seed);
        int understood = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            var bytes = objects.get(random.nextInt(objects.size())).clone();
            for (int j = random.nextInt(5); j >= 0; j--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            // When
            understood += isUnderstood(bytes) ? 1 : 0;
        }
        // Then
        assertThat(understood).isBetween(1, MUTATIONS - 1);
    }

    private static boolean isUnderstood(byte[] bytes) {
        try {
            var file = DicomFile.read(Bytes.wrap(bytes), ReadLimits.DEFAULT.withTotal(1 << 20));
            var kind = file.dataSet().require(Tags.SOP_CLASS_UID).string();
            if (kind.endsWith(".66.4") || kind.endsWith(".66.7")) {
                masks(SegmentationReader.read(file.dataSet()));
            } else if (kind.endsWith(".481.3")) {
                regions(StructureSetReader.read(file.dataSet()));
            } else {
                SlicePlane.of(file.dataSet());
                GreyPixels.of(file.dataSet(), file.transferSyntax()).frame(0);
            }
            return true;
        } catch (DicomException e) {
            return false;
        }
    }

    private static void masks(Segmentation segmentation) {
        if (segmentation.geometry().voxels() < AFFORDABLE) {
            segmentation.segments().keySet().forEach(segmentation::mask);
        }
    }

    private static void regions(List<Region> regions) {
        var geometry = Phantom.source().geometry();
        regions.forEach(region -> ContourRasteriser.rasterise(region, geometry));
    }

    private static List<byte[]> objects() throws IOException {
        var source = Phantom.source();
        var written = new SegmentationWriter(Phantom.IDENTITY, Phantom.CONTENT)
                .write(source, List.of(new SegmentMask(Phantom.LIVER, Phantom.mask(source, 1, 1), 1)));
        var objects = new ArrayList<byte[]>();
        objects.add(DataSetWriter.write(written, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)
                .toArray());
        objects.add(DataSetWriter.write(structureSet(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)
                .toArray());
        for (var name : List.of(
                "dcmqi/segmentations/23x38x3/seg/label.seg",
                "dcmqi/segmentations/24x38x3/image/IMG0001.dcm",
                "dcmqi/segmentations/sparse-labelmap-noppv.dcm",
                "highdicom/seg_image_ct_true_fractional.dcm",
                "highdicom/seg_image_ct_binary_overlap.dcm")) {
            for (var path : SharedData.files("dicom_corpus")) {
                if (path.endsWith(name)) {
                    objects.add(Files.readAllBytes(path));
                }
            }
        }
        return objects;
    }

    private static DataSet structureSet() {
        var contour = DataSet.builder()
                .set(Tags.CONTOUR_GEOMETRIC_TYPE, "CLOSED_PLANAR")
                .set(Tags.CONTOUR_DATA, 0, 0, 0, 5.5, 0, 0, 5.5, 5.5, 0)
                .build();
        return DataSet.builder()
                .set(Tags.SOP_CLASS_UID, SopClass.RT_STRUCTURE_SET.uid())
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
    }
}
