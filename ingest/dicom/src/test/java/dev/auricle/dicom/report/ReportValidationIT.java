package dev.auricle.dicom.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.auricle.dicom.Tool;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.presentation.PresentationStates;
import dev.auricle.dicom.syntax.DicomFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reports and presentation states that our tests read are ones: dicom3tools and PixelMed find no error in them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportValidationIT {
    private static final Path PIXELMED = Path.of("/usr/share/java/pixelmed.jar");
    private static final DataSet IMAGE = Reports.reference(SopClass.MR_IMAGE, "1.2.3.4.5");

    @TempDir
    Path folder = Path.of("");

    @Test
    void a_report_of_regions_is_one_of_TID_1500() throws Exception {
        // Given
        assumeTrue(Files.exists(PIXELMED), "PixelMed is not installed (Debian package libpixelmed-java)");
        // When
        var result = Tool.require("java")
                .run(List.of(
                        "-Djdk.xml.xpathExprGrpLimit=0",
                        "-Djdk.xml.xpathExprOpLimit=0",
                        "-Djdk.xml.xpathTotalOpLimit=0",
                        "-cp",
                        PIXELMED.toString(),
                        "com.pixelmed.validate.DicomSRValidator",
                        write(report())));
        // Then
        assertThat(result.output()).contains("TID_1500");
        assertThat(errors(result)).isEmpty();
    }

    @Test
    void a_report_of_regions_is_a_Comprehensive_3D_SR() throws Exception {
        assertValid(report(), "Comprehensive3DSR");
    }

    @Test
    void a_state_with_graphics_is_a_grayscale_presentation_state() throws Exception {
        var circle = PresentationStates.graphic("CIRCLE", "PIXEL", 20, 30, 25.5, 30);
        var state = PresentationStates.state(
                List.of(IMAGE), PresentationStates.annotation("LA", circle).build());
        assertValid(state, "GrayscaleSoftcopyPresentationState");
    }

    private void assertValid(DataSet object, String kind) throws IOException, InterruptedException {
        var result = Tool.require("dciodvfy").run(List.of("-new", write(object)));
        assertThat(result.output()).contains(kind);
        assertThat(errors(result)).isEmpty();
    }

    private static List<String> errors(Tool.Result result) {
        return result.output().lines().filter(line -> line.startsWith("Error")).toList();
    }

    private String write(DataSet object) throws IOException {
        var path = folder.resolve("object.dcm");
        DicomFile.of(object, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).write(path);
        return path.toString();
    }

    private static DataSet report() {
        return Reports.report(
                SopClass.COMPREHENSIVE_3D_SR,
                List.of(
                        Reports.group("1410", Reports.ATRIUM, Reports.region("CIRCLE", IMAGE, 20, 30, 25.5, 30)),
                        Reports.group(
                                "1410",
                                Reports.ATRIUM,
                                Reports.region("ELLIPSE", IMAGE, 10, 20, 30, 20, 20, 15, 20, 25)),
                        Reports.group(
                                "1410", Reports.ATRIUM, Reports.region("POLYLINE", IMAGE, 1, 1, 9, 1, 5, 9, 1, 1))),
                IMAGE);
    }
}
