package dev.auricle.dicom.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.SharedData;
import dev.auricle.dicom.Tool;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.Tags;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Names in the corpus' character sets, against what dcmdump makes of them in UTF-8. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DcmtkTextIT {
    private static final Pattern NAME = Pattern.compile("\\(0010,0010\\) PN \\[(.*?) *] +#");

    @Test
    void a_name_is_read_as_dcmdump_reads_it() throws IOException, InterruptedException {
        // Given
        SharedData.require("dicom_corpus");
        var dcmdump = Tool.require("dcmdump");
        var ours = new ArrayList<String>();
        var theirs = new ArrayList<String>();
        for (var path : SharedData.files("dicom_corpus")) {
            // When
            var name = name(path);
            var expected = name.isPresent() ? name(dcmdump, path) : Optional.<String>empty();
            if (expected.isPresent()) {
                ours.add(path.getFileName() + " " + name.orElseThrow());
                theirs.add(path.getFileName() + " " + expected.orElseThrow());
            }
        }
        // Then
        assertThat(theirs).hasSizeGreaterThan(15);
        assertThat(ours).isEqualTo(theirs);
    }

    /** The patient's name, in files that declare a set other than Latin-1. */
    private static Optional<String> name(Path path) throws IOException {
        try {
            return Optional.of(DicomFile.readUntil(Tags.PATIENT_ID, path, ReadLimits.DEFAULT)
                            .dataSet())
                    .filter(DcmtkTextIT::isBeyondLatin1)
                    .flatMap(dataSet -> dataSet.find(Tags.PATIENT_NAME))
                    .map(name -> String.join("\\", name.strings()));
        } catch (UnableToReadDataSet notDicom) {
            return Optional.empty();
        }
    }

    private static boolean isBeyondLatin1(DataSet dataSet) {
        return dataSet.find(Tags.SPECIFIC_CHARACTER_SET)
                .filter(sets -> !sets.strings().equals(List.of("ISO_IR 100")))
                .isPresent();
    }

    private static Optional<String> name(Tool dcmdump, Path path) throws IOException, InterruptedException {
        var result = dcmdump.run(List.of("-q", "+L", "+U8", "-s", "+P", "0010,0010", path.toString()));
        var output = new String(result.output().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        var match = NAME.matcher(output);
        return match.find() ? Optional.of(match.group(1)) : Optional.empty();
    }
}
