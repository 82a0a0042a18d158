package dev.auricle.dicom.deidentify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.SharedData;
import dev.auricle.dicom.Tool;
import dev.auricle.dicom.deidentify.Deidentification.Deidentified;
import dev.auricle.dicom.syntax.DicomFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is left of an object is one still, by the validator of dicom3tools: no error that it did not have before. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConformanceIT {
    private static final List<Profile> PROFILES = List.of(
            PlantedIdentifiersTest.BASIC,
            PlantedIdentifiersTest.GENEROUS,
            Profile.with(ProfileOption.RETAIN_UIDS, ProfileOption.RETAIN_FULL_DATES));

    private final Tool dciodvfy = Tool.require("dciodvfy");

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({
        "pydicom/test_files/CT_small.dcm",
        "pydicom/test_files/MR_small.dcm",
        "dcmqi/segmentations/ct-3slice/01.dcm",
        "dcmqi/segmentations/liver.dcm",
        "dcmqi/sr-example/sr.dcm",
        "highdicom/ct_image.dcm"
    })
    void no_error_is_new(String name) throws IOException, InterruptedException {
        // Given
        var path = SharedData.require("dicom_corpus/" + name);
        var file = DicomFile.read(path);
        var before = errors(path);
        for (var profile : PROFILES) {
            // When
            var anonymous = (Deidentified)
                    new Deidentifier(profile, Secret.NORTH).deidentify(file.dataSet(), file.transferSyntax());
            var written = folder.resolve("anonymous.dcm");
            DicomFile.of(anonymous.dataSet(), anonymous.syntax()).write(written);
            // Then
            assertThat(errors(written)).as("%s", profile.options()).isSubsetOf(before);
        }
    }

    /** Without the values, which differ. */
    private Set<String> errors(Path file) throws IOException, InterruptedException {
        return dciodvfy.run(List.of("-new", file.toString()))
                .output()
                .lines()
                .filter(line -> line.startsWith("Error"))
                .map(line -> line.replaceAll("<[^>]*>", "").replaceAll("= .*", ""))
                .collect(Collectors.toUnmodifiableSet());
    }
}
