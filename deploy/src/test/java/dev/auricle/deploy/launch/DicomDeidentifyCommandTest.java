package dev.auricle.deploy.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.DataSetBuilder;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.dictionary.Vr;
import dev.auricle.dicom.syntax.DicomFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DicomDeidentifyCommandTest {
    @TempDir
    private Path directory;

    private Path in = Path.of("");
    private Path out = Path.of("");
    private Path secret = Path.of("");

    @BeforeEach
    void place() throws IOException {
        in = Files.createDirectories(directory.resolve("studies of Ottilie"));
        out = directory.resolve("export");
        secret = Files.writeString(directory.resolve("site.secret"), "north-north-north\n");
    }

    @Test
    void a_folder_is_written_without_the_patient_under_names_that_say_nothing() throws IOException {
        // Given
        write("1.dcm", image("1.2.3.1"));
        write("2.dcm", image("1.2.3.2"));
        // When
        var done = run();
        // Then
        assertThat(done.code()).isZero();
        assertThat(done.out()).contains("2 of 2 files written to " + out);
        assertThat(written()).hasSize(2).allSatisfy(file -> {
            assertThat(file.getFileName().toString()).matches("2\\.25\\.\\d+\\.dcm");
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                    .contains("113100")
                    .doesNotContain("Ottilie", "1.2.3.1", "1.2.3.2", "20190213");
        });
    }

    @Test
    void options_retain_what_they_say() throws IOException {
        // Given
        write("1.dcm", image("1.2.3.1"));
        // When
        var done = run("--options", "retain-uids,clean-descriptors", "--words", "Herzkatheter");
        // Then
        assertThat(done.code()).isZero();
        assertThat(written()).extracting(file -> file.getFileName().toString()).containsExactly("1.2.3.1.dcm");
        assertThat(DicomFile.read(out.resolve("1.2.3.1.dcm")).dataSet().find(Tags.SERIES_DESCRIPTION))
                .map(Value::string)
                .hasValue("Herzkatheter");
    }

    @Test
    void what_may_have_text_burned_in_and_what_cannot_be_read_is_left_out_and_all_else_is_written() throws IOException {
        // Given
        write("1.dcm", image("1.2.3.1"));
        write("2.dcm", image("1.2.3.2").set(Tags.BURNED_IN_ANNOTATION, "YES"));
        Files.writeString(in.resolve("3.txt"), "no image");
        // When
        var done = run();
        // Then
        assertThat(done.code()).isEqualTo(ExitCode.DICOM_NOT_DEIDENTIFIED.code());
        assertThat(done.out())
                .contains(
                        "2.dcm: BURNED_IN: The image says that text is burned in.", "3.txt: ", "1 of 3 files written");
        assertThat(written()).hasSize(1);
    }

    @Test
    void a_mask_lets_an_image_with_text_burned_in_pass() throws IOException {
        // Given
        write("2.dcm", image("1.2.3.2").set(Tags.BURNED_IN_ANNOTATION, "YES"));
        var masks = Files.writeString(
                directory.resolve("masks.yaml"), "masks: [{rectangles: [{left: 0, top: 0, width: 2, height: 1}]}]");
        // When
        var done = run("--masks", masks);
        // Then
        assertThat(done.code()).isZero();
        var pixels = DicomFile.read(written().get(0))
                .dataSet()
                .require(Tags.PIXEL_DATA)
                .bytes();
        assertThat(pixels.toArray()).containsExactly(0, 0, 7, 7);
    }

    @Test
    void nothing_is_overwritten() throws IOException {
        // Given
        write("1.dcm", image("1.2.3.1"));
        Files.createDirectories(out);
        Files.writeString(out.resolve("mine"), "keep");
        // When
        var refused = run();
        // Then
        assertThat(refused.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(refused.sentence()).contains("is not empty; nothing is overwritten");
        assertThat(written()).hasSize(1);
    }

    @Test
    void without_a_secret_that_is_one_nothing_is_written() throws IOException {
        // Given
        write("1.dcm", image("1.2.3.1"));
        Files.writeString(secret, "short");
        // When
        var refused = run();
        // Then
        assertThat(refused.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(refused.sentence()).contains("at least 16 characters").doesNotContain("short");
        assertThat(out).doesNotExist();
    }

    @Test
    void options_that_contradict_each_other_are_a_wrong_command_line() throws IOException {
        // Given
        write("1.dcm", image("1.2.3.1"));
        // When
        var refused = run("--options", "retain-full-dates,retain-modified-dates");
        // Then
        assertThat(refused.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(refused.sentence()).contains("retain-full-dates, retain-modified-dates");
    }

    private Outcome run(Object... more) {
        var arguments = new Object[7 + more.length];
        var fixed = List.of("dicom", "deidentify", in, "--out", out, "--secret-file", secret);
        System.arraycopy(fixed.toArray(), 0, arguments, 0, 7);
        System.arraycopy(more, 0, arguments, 7, more.length);
        return Outcome.of(arguments);
    }

    private List<Path> written() throws IOException {
        try (var files = Files.list(out)) {
            return files.sorted().toList();
        }
    }

    private void write(String name, DataSetBuilder image) throws IOException {
        DicomFile.of(image.build(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).write(in.resolve(name));
    }

    private static DataSetBuilder image(String uid) {
        return DataSet.builder()
                .set(Tags.SOP_CLASS_UID, SopClass.MR_IMAGE.uid())
                .set(Tags.SOP_INSTANCE_UID, uid)
                .set(Tags.STUDY_DATE, "20190213")
                .set(Tags.SERIES_DESCRIPTION, "Herzkatheter Ottilie")
                .set(Tags.PATIENT_NAME, "Fenstermacher^Ottilie")
                .set(Tags.PATIENT_ID, "PAT-QX77419")
                .set(Tags.STUDY_INSTANCE_UID, "1.2")
                .set(Tags.SERIES_INSTANCE_UID, "1.2.3")
                .set(Tags.ROWS, 2)
                .set(Tags.COLUMNS, 2)
                .set(Tags.BITS_ALLOCATED, 8)
                .bytes(Tags.PIXEL_DATA, Vr.OW, new byte[] {7, 7, 7, 7});
    }
}
