package dev.auricle.dicom.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.SharedData;
import dev.auricle.dicom.Tool;
import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Element;
import dev.auricle.dicom.data.SequenceElement;
import dev.auricle.dicom.data.UnableToReadValue;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.Vr;
import dev.auricle.dicom.syntax.DicomFile;
import dev.auricle.dicom.syntax.ReadLimits;
import dev.auricle.dicom.syntax.UnableToReadDataSet;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What dcmtk's dcm2json makes of a file says the same as what we make of it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class Dcm2jsonIT {
    private static final long SMALL = 200_000;

    @TempDir
    Path folder = Path.of("");

    @Test
    void both_texts_read_as_the_same_data_set() throws Exception {
        // Given
        var dcm2json = Tool.require("dcm2json");
        SharedData.require("dicom_corpus");
        var different = new ArrayList<String>();
        int compared = 0;
        for (var path : SharedData.files("dicom_corpus")) {
            var ours = Files.size(path) < SMALL ? ours(path) : Optional.<DataSet>empty();
            var json = folder.resolve("their.json");
            var options = List.of("-q", "-fc", "-ee", path.toString(), json.toString());
            // When
            if (ours.isPresent() && dcm2json.run(options).exit() == 0 && isUtf8(json)) {
                var theirs = read(Bytes.wrap(Files.readAllBytes(json)));
                differences(ours.get(), theirs).forEach(tag -> different.add(path.getFileName() + " " + tag));
                compared++;
            }
        }
        // Then
        assertThat(different).isEmpty();
        assertThat(compared).isGreaterThan(100);
    }

    /** As we read our text; empty for what is no file, or has pixels or a character set that we do not put in a text. */
    private static Optional<DataSet> ours(Path path) throws IOException {
        try {
            return Optional.of(read(new JsonWriter(BulkDataPlacement.inline())
                    .toBytes(DicomFile.read(path).dataSet())));
        } catch (UnableToReadDataSet | UnableToReadValue | UnableToWriteJson refused) {
            return Optional.empty();
        }
    }

    /** dcm2json puts some character sets into its text as they are. */
    private static boolean isUtf8(Path json) throws IOException {
        try {
            Files.readString(json);
            return true;
        } catch (MalformedInputException other) {
            return false;
        }
    }

    private static DataSet read(Bytes text) {
        return new JsonReader(ReadLimits.DEFAULT, BulkDataResolver.none()).read(text);
    }

    private static List<Tag> differences(DataSet one, DataSet other) {
        return Stream.concat(one.elements(), other.elements())
                .map(Element::tag)
                .distinct()
                .filter(tag -> !tag.equals(Tags.SPECIFIC_CHARACTER_SET) && !isSame(one, other, tag))
                .toList();
    }

    private static boolean isSame(DataSet one, DataSet other, Tag tag) {
        var element = one.element(tag);
        if (element.isEmpty()
                || !element.map(Dcm2jsonIT::kind).equals(other.element(tag).map(Dcm2jsonIT::kind))) {
            return false;
        }
        if (element.get() instanceof SequenceElement) {
            var items = one.items(tag);
            var others = other.items(tag);
            return items.size() == others.size()
                    && IntStream.range(0, items.size())
                            .allMatch(i ->
                                    differences(items.get(i), others.get(i)).isEmpty());
        }
        return meaning(one, element.get()).equals(meaning(other, element.get()));
    }

    /** The representation; of those for bytes, an implicit encoding leaves the choice to the reader. */
    private static Vr kind(Element element) {
        return element.vr().kind() == Vr.Kind.BYTES ? Vr.UN : element.vr();
    }

    private static Object meaning(DataSet dataSet, Element element) {
        var value = dataSet.find(element.tag());
        return switch (element.vr()) {
            case DS, IS, FL, FD -> value.map(Dcm2jsonIT::numbers);
            // A name that is nothing but delimiters is no name to dcmtk.
            case PN ->
                value.map(Value::strings).orElse(List.of("")).stream()
                        .map(name -> name.replaceFirst("[=^]+$", ""))
                        .toList();
            default -> element.vr().isText() ? value.map(Value::strings) : value.map(Value::bytes);
        };
    }

    private static Object numbers(Value value) {
        try {
            // dcmtk writes fewer digits, and no negative zero.
            return Arrays.stream(value.numbers())
                    .mapToObj(number -> (float) (number + 0.0))
                    .toList();
        } catch (UnableToReadValue notNumbers) {
            return value.strings();
        }
    }
}
