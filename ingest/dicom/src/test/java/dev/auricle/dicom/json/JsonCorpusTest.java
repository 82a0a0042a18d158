package dev.auricle.dicom.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.SharedData;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Element;
import dev.auricle.dicom.data.SequenceElement;
import dev.auricle.dicom.data.UnableToReadValue;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.data.ValueElement;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.Vr;
import dev.auricle.dicom.syntax.DicomFile;
import dev.auricle.dicom.syntax.ReadLimits;
import dev.auricle.dicom.syntax.UnableToReadDataSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The public corpus of odd files, to JSON and back. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class JsonCorpusTest {
    @Test
    void every_data_set_that_is_read_comes_back_with_the_same_values() throws IOException {
        // Given
        var dataSets = dataSets();
        var changed = new ArrayList<String>();
        var refused = new TreeMap<String, String>();
        int same = 0;
        // When
        for (var file : dataSets.entrySet()) {
            try {
                if (isSame(file.getValue(), thereAndBack(file.getValue()))) {
                    same++;
                } else {
                    changed.add(file.getKey());
                }
            } catch (UnableToReadValue | UnableToWriteJson e) {
                refused.put(file.getKey(), e.getMessage());
            }
        }
        // Then
        assertThat(changed).isEmpty();
        assertThat(refused).isEmpty();
        assertThat(same).isGreaterThan(200);
    }

    private static DataSet thereAndBack(DataSet dataSet) {
        var bulk = new HashMap<String, Element>();
        var writer = new JsonWriter(BulkDataPlacement.above(256, element -> {
            bulk.put("" + bulk.size(), element);
            return Optional.of("" + (bulk.size() - 1));
        }));
        var reader = new JsonReader(ReadLimits.DEFAULT, (tag, vr, uri) -> Optional.ofNullable(bulk.get(uri)));
        return reader.read(writer.toBytes(dataSet));
    }

    /** The same to whoever asks for values: not the same bytes, as text is UTF-8 now and padding may be gone. */
    private static boolean isSame(DataSet one, DataSet other) {
        return tags(one).equals(tags(other))
                && one.elements().allMatch(element -> {
                    var tag = element.tag();
                    return tag.isGroupLength()
                            || tag.equals(Tags.SPECIFIC_CHARACTER_SET)
                            || isSame(one, other, element);
                });
    }

    private static boolean isSame(DataSet one, DataSet other, Element element) {
        var tag = element.tag();
        if (element instanceof SequenceElement) {
            var items = one.items(tag);
            var others = other.items(tag);
            return items.size() == others.size()
                    && IntStream.range(0, items.size()).allMatch(i -> isSame(items.get(i), others.get(i)));
        }
        if (!element.vr().isText()) {
            return bytes(element).equals(other.element(tag).flatMap(JsonCorpusTest::bytes));
        }
        return element.vr() == Vr.PN
                ? names(one, tag).equals(names(other, tag))
                : texts(one, tag).equals(texts(other, tag));
    }

    /** Little-endian and of even length, as every value should be; empty for what is encapsulated. */
    private static Optional<Element> bytes(Element element) {
        return element instanceof ValueElement value
                ? Optional.of(ElementEncoder.element(value.tag(), value.vr(), Words.littleEndian(value)))
                : Optional.empty();
    }

    /** Without delimiters behind the last group of components, which say nothing. */
    private static List<String> names(DataSet dataSet, Tag tag) {
        return texts(dataSet, tag).stream()
                .map(name -> name.replaceFirst("=+$", ""))
                .toList();
    }

    private static List<String> texts(DataSet dataSet, Tag tag) {
        return dataSet.find(tag).map(Value::strings).orElse(List.of(""));
    }

    private static List<Tag> tags(DataSet dataSet) {
        return dataSet.elements()
                .map(Element::tag)
                .filter(tag -> !tag.isGroupLength() && !tag.equals(Tags.SPECIFIC_CHARACTER_SET))
                .toList();
    }

    private static Map<String, DataSet> dataSets() throws IOException {
        SharedData.require("dicom_corpus");
        var dataSets = new TreeMap<String, DataSet>();
        for (var path : SharedData.files("dicom_corpus")) {
            try {
                dataSets.put(path.toString(), DicomFile.read(path).dataSet());
            } catch (UnableToReadDataSet refused) {
                // CorpusTest says which and why.
            }
        }
        return dataSets;
    }
}
