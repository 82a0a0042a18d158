package dev.auricle.dicom.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.SharedData;
import dev.auricle.dicom.annotation.ImageReference;
import dev.auricle.dicom.annotation.ImageStack;
import dev.auricle.dicom.annotation.OutlineRasteriser;
import dev.auricle.dicom.annotation.OutlinedRegion;
import dev.auricle.dicom.annotation.SliceMasks;
import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.DicomException;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.report.ReportReader;
import dev.auricle.dicom.report.Reports;
import dev.auricle.dicom.space.Geometry;
import dev.auricle.dicom.space.Orientation;
import dev.auricle.dicom.space.PlaneGrid;
import dev.auricle.dicom.space.SlicePlane;
import dev.auricle.dicom.space.Vector;
import dev.auricle.dicom.syntax.DataSetReader;
import dev.auricle.dicom.syntax.DataSetWriter;
import dev.auricle.dicom.syntax.DicomFile;
import dev.auricle.dicom.syntax.ReadLimits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever becomes of a report's or a state's bytes, it is understood or refused; anything else thrown fails the test. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GraphicsMutationTest {
    private static final int MUTATIONS = 5_000;
    private static final TransferSyntax SYNTAX = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
    private static final DataSetReader READER = new DataSetReader(ReadLimits.DEFAULT.withTotal(1 << 20));
    private static final ImageStack IMAGES = ImageStack.of(
            new Geometry(
                    new SlicePlane(
                            new Vector(0, 0, 0),
                            new Orientation(new Vector(1, 0, 0), new Vector(0, 1, 0)),
                            new PlaneGrid(40, 30, 1, 1)),
                    2,
                    5),
            "1.2.9",
            List.of(new ImageReference("1.2.3.4.5")));

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
            for (var region : regions(READER.read(Bytes.wrap(bytes), SYNTAX))) {
                region.outlines()
                        .forEach(outline ->
                                OutlineRasteriser.rasterise(outline, IMAGES, new SliceMasks(IMAGES.geometry())));
            }
            return true;
        } catch (DicomException refused) {
            return false;
        }
    }

    private static List<OutlinedRegion> regions(DataSet object) {
        var sopClass = object.require(Tags.SOP_CLASS_UID).string();
        return PresentationStateReader.SOP_CLASSES.contains(sopClass)
                ? PresentationStateReader.read(object)
                : ReportReader.read(object);
    }

    private static List<byte[]> objects() throws IOException {
        var image = Reports.reference(SopClass.MR_IMAGE, "1.2.3.4.5");
        var objects = new ArrayList<byte[]>();
        objects.add(bytes(Reports.report(
                SopClass.COMPREHENSIVE_3D_SR,
                List.of(Reports.group(
                        "1410", Reports.dcm("111001", "x"), Reports.region("CIRCLE", image, 20, 30, 25, 30))))));
        objects.add(bytes(PresentationStates.state(
                List.of(image),
                PresentationStates.annotation(
                                "LA",
                                PresentationStates.graphic("ELLIPSE", "DISPLAY", .1, .2, .3, .2, .2, .1, .2, .3),
                                PresentationStates.graphic("INTERPOLATED", "PIXEL", 1, 1, 9, 1, 9, 9, 1, 1))
                        .items(
                                Tags.COMPOUND_GRAPHIC_SEQUENCE,
                                PresentationStates.compound("RECTANGLE", 5, 10, 10, 30, 20)
                                        .build())
                        .build())));
        for (var path : SharedData.files("dicom_corpus/highdicom")) {
            if (path.getFileName().toString().startsWith("sr_document")) {
                objects.add(bytes(DicomFile.read(path).dataSet()));
            }
        }
        return objects;
    }

    private static byte[] bytes(DataSet object) {
        return DataSetWriter.write(object, SYNTAX).toArray();
    }
}
