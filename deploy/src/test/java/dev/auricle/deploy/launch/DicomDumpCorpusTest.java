package dev.auricle.deploy.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** {@code auricle dicom dump} on the public corpus of odd, compressed and broken files. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DicomDumpCorpusTest {
    private static final Path CORPUS = Path.of("..", "..", "shared", "data", "dicom_corpus");

    @Test
    void every_file_is_printed_or_refused_with_its_code_and_those_that_others_read_are_printed() throws IOException {
        // Given
        assumeThat(CORPUS).as("public test data beside the checkout").exists();
        var printed = new ArrayList<String>();
        var refused = new ArrayList<String>();
        // When
        for (var file : files()) {
            var outcome = Outcome.of("dicom", "dump", file);
            assertThat(outcome.code()).as("%s", file).isIn(0, ExitCode.DICOM_UNREADABLE.code());
            (outcome.code() == 0 ? printed : refused)
                    .add(CORPUS.relativize(file).toString());
        }
        // Then
        assertThat(readByOthers()).hasSizeGreaterThan(200).isSubsetOf(printed);
        assertThat(refused).contains("pydicom/test_files/MR_truncated.dcm");
    }

    private static List<Path> files() throws IOException {
        try (var files = Files.walk(CORPUS)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** What both pydicom and dcmdump read. */
    private static List<String> readByOthers() throws IOException {
        return Files.readAllLines(CORPUS.resolve("MANIFEST.csv")).stream()
                .map(line -> line.split(",", 8))
                .filter(fields -> fields[4].equals("ok") && fields[5].equals("ok") && fields[6].equals("True"))
                .map(fields -> fields[0])
                .toList();
    }
}
