package dev.auricle.dicom.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.dicom.SharedData;
import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.SequenceElement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The public corpus of odd, compressed and broken files, against what pydicom and dcmdump made of them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CorpusTest {
    private static final String CORPUS = "dicom_corpus";

    @Test
    void every_file_both_others_read_is_read_with_the_same_number_of_elements() throws IOException {
        // Given
        var expected = elementsOfFilesBothOthersRead();
        var read = new LinkedHashMap<String, Integer>();
        // When
        for (var name : expected.keySet()) {
            read.put(name, count(DicomFile.read(corpus().resolve(name)).dataSet()));
        }
        // Then
        assertThat(read).hasSizeGreaterThan(200).isEqualTo(expected);
    }

    @Test
    void every_file_is_written_back_byte_for_byte_or_refused_with_a_reason() throws IOException {
        // Given
        corpus();
        var refused = new ArrayList<String>();
        var changed = new ArrayList<String>();
        // When
        for (var path : SharedData.files(CORPUS)) {
            try {
                if (!isUnchanged(Files.readAllBytes(path))) {
                    changed.add(path.getFileName().toString());
                }
            } catch (UnableToReadDataSet e) {
                refused.add(path.getFileName() + ": " + e.malformation());
            }
        }
        // Then
        assertThat(changed).isEmpty();
        assertThat(refused)
                .filteredOn(line -> !line.endsWith(Malformation.NOT_DICOM.toString()))
                .hasSizeLessThan(10)
                .contains("MR_truncated.dcm: the input ends in the middle of an element");
    }

    @Test
    void every_file_passes_through_a_stream_as_it_was_or_is_refused_there_too() throws IOException {
        // Given
        corpus();
        for (var path : SharedData.files(CORPUS)) {
            var out = new ByteArrayOutputStream();
            try (var in = Files.newInputStream(path)) {
                // When
                StreamCopy.copy(in, out, ReadLimits.DEFAULT);
            } catch (UnableToReadDataSet refusal) {
                // Then
                assertThatThrownBy(() -> DicomFile.read(path)).isInstanceOf(UnableToReadDataSet.class);
                continue;
            }
            // Then
            var written = new ByteArrayOutputStream();
            DicomFile.read(path).write(written);
            assertThat(out.toByteArray()).as("%s", path).isEqualTo(written.toByteArray());
        }
    }

    /** What deflates differently must still be the same once inflated. */
    private static boolean isUnchanged(byte[] bytes) throws IOException {
        var file = DicomFile.read(Bytes.wrap(bytes), ReadLimits.DEFAULT);
        var out = new ByteArrayOutputStream();
        file.write(out);
        var written = Bytes.wrap(out.toByteArray());
        return file.transferSyntax().isDeflated()
                ? DicomFile.read(written, ReadLimits.DEFAULT).dataSet().equals(file.dataSet())
                : written.equals(Bytes.wrap(bytes));
    }

    private static Map<String, Integer> elementsOfFilesBothOthersRead() throws IOException {
        var elements = new LinkedHashMap<String, Integer>();
        for (var line : Files.readAllLines(corpus().resolve("MANIFEST.csv"))) {
            var fields = fields(line);
            boolean bothRead = fields.get(4).equals("ok")
                    && fields.get(5).equals("ok")
                    && fields.get(6).equals("True");
            if (bothRead) {
                elements.put(fields.get(0), Integer.valueOf(fields.get(21)));
            }
        }
        return elements;
    }

    private static List<String> fields(String line) {
        return List.of(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1));
    }

    private static int count(DataSet dataSet) {
        return dataSet.elements()
                .mapToInt(element -> element instanceof SequenceElement sequence
                        ? 1
                                + sequence.items().stream()
                                        .mapToInt(item -> count(item.dataSet()))
                                        .sum()
                        : 1)
                .sum();
    }

    private static Path corpus() {
        return SharedData.require(CORPUS);
    }
}
