package dev.auricle.deploy.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.syntax.DicomFile;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Phantoms, judged by the validator of dicom3tools. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PhantomConformanceIT {
    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void needs_the_validator() {
        boolean installed = Arrays.stream(
                        System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "dciodvfy")));
        assumeTrue(installed, "dciodvfy is not installed (Debian package dicom3tools)");
    }

    @ParameterizedTest
    @EnumSource
    void every_object_of_a_study_is_free_of_errors_and_warnings(PhantomSite site) throws Exception {
        // Given
        var study = PhantomStudy.of(1, site, 1);
        for (var image : study.images()) {
            // When
            var said = validated(image);
            // Then
            assertThat(said.lines()).containsExactly("MRImage");
        }
        assertThat(validated(study.label()).lines()).containsExactly("Segmentation");
    }

    private String validated(DataSet object) throws IOException, InterruptedException {
        var file = folder.resolve("object.dcm");
        var log = folder.resolve("said.txt");
        DicomFile.of(object, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).write(file);
        var process = new ProcessBuilder("dciodvfy", "-new", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return Files.readString(log, StandardCharsets.ISO_8859_1);
    }
}
