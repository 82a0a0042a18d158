package dev.auricle.deploy.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.syntax.DicomFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DemoCommandTest {
    @TempDir
    private Path directory;

    @Test
    void a_folder_without_hospitals_is_refused_with_what_is_wanted() {
        // When
        var refused = Outcome.of("demo", "--studies", directory);
        // Then
        assertThat(refused.code()).isEqualTo(ExitCode.DEMO_INCOMPLETE.code());
        assertThat(refused.sentence()).contains(directory + " has no folders; one a hospital is wanted");
    }

    @Test
    void holding_out_everybody_is_refused_with_how_many_there_are() throws IOException {
        // Given
        writeImage(Files.createDirectory(directory.resolve("north")));
        // When
        var refused = Outcome.of("demo", "--studies", directory, "--hold-out", 1);
        // Then
        assertThat(refused.code()).isEqualTo(ExitCode.DEMO_INCOMPLETE.code());
        assertThat(refused.sentence()).contains("north has 1 patients", "nobody left to learn from");
    }

    @Test
    void holding_out_less_than_nobody_is_a_wrong_command_line() {
        // When
        var refused = Outcome.of("demo", "--studies", directory, "--hold-out", -1);
        // Then
        assertThat(refused.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(refused.sentence()).contains("--hold-out must be 0 or more, got -1");
    }

    @Test
    void a_report_that_could_not_be_written_at_the_end_is_refused_at_the_beginning() {
        // Given
        var file = directory.resolve("nowhere").resolve("report.json");
        // When
        var refused = Outcome.of("demo", "--report", file);
        // Then
        assertThat(refused.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(refused.sentence()).contains(file + " cannot be written");
    }

    @Test
    void a_plan_with_an_unknown_key_is_refused_as_a_plan() throws IOException {
        // Given
        var studies = Files.createDirectory(directory.resolve("studies"));
        writeImage(Files.createDirectory(studies.resolve("north")));
        var plan = Files.writeString(directory.resolve("plan.yaml"), "federation: atrium\nround: {count: 1}\n");
        // When
        var refused = Outcome.of("demo", "--studies", studies, "--hold-out", 0, "--plan", plan);
        // Then
        assertThat(refused.code()).isEqualTo(ExitCode.PLAN.code());
        assertThat(refused.sentence()).contains("plan.yaml: round: unknown key");
    }

    private static void writeImage(Path folder) throws IOException {
        var image = DataSet.builder()
                .set(Tags.SOP_CLASS_UID, SopClass.MR_IMAGE.uid())
                .set(Tags.SOP_INSTANCE_UID, "1.2.3.4")
                .set(Tags.PATIENT_ID, "P1")
                .set(Tags.STUDY_INSTANCE_UID, "1.2.3")
                .set(Tags.SERIES_INSTANCE_UID, "1.2.3.1")
                .build();
        DicomFile.of(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).write(folder.resolve("image.dcm"));
    }
}
