package dev.auricle.dicom.deidentify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.SharedData;
import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Element;
import dev.auricle.dicom.data.SequenceElement;
import dev.auricle.dicom.data.SequenceElement.Item;
import dev.auricle.dicom.data.ValueElement;
import dev.auricle.dicom.deidentify.Deidentification.Deidentified;
import dev.auricle.dicom.dictionary.DicomException;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.Vr;
import dev.auricle.dicom.syntax.DicomFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same proof on what scanners, workstations and other people's tests have written. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CorpusDeidentificationTest {
    private static final String CORPUS = "dicom_corpus";
    private static final Identity PLANTED = Identity.ALL.get(0);

    static Stream<Profile> profiles() {
        return Stream.of(PlantedIdentifiersTest.BASIC, PlantedIdentifiersTest.GENEROUS);
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void a_patient_planted_in_every_text_and_private_attribute_of_a_file_is_not_found_again(Profile profile)
            throws IOException {
        // Given
        SharedData.require(CORPUS);
        var survivors = new ArrayList<String>();
        int written = 0;
        // When
        for (var path : SharedData.files(CORPUS)) {
            try {
                survivors.addAll(survivors(path, profile));
                written++;
            } catch (DicomException refused) {
                assertThat(refused.getMessage()).doesNotContain(Identity.ID);
            }
        }
        // Then
        assertThat(written).isGreaterThan(200);
        assertThat(survivors).isEmpty();
    }

    private static List<String> survivors(Path path, Profile profile) throws IOException {
        var file = DicomFile.read(path);
        var planted = planted(file.dataSet(), true);
        var result = new Deidentifier(profile, Secret.NORTH).deidentify(planted, file.transferSyntax());
        if (!(result instanceof Deidentified anonymous)) {
            return List.of();
        }
        var patterns = PLANTED.patterns();
        var found = new Survivors(patterns).in(anonymous.dataSet());
        var out = new ByteArrayOutputStream();
        DicomFile.of(anonymous.dataSet(), anonymous.syntax()).write(out);
        var inBytes = !anonymous.syntax().isDeflated() && patterns.areIn(Bytes.wrap(out.toByteArray()));
        return Stream.concat(found, Stream.of("bytes").filter(bytes -> inBytes))
                .map(where -> path.getFileName() + ": " + where)
                .toList();
    }

    private static DataSet planted(DataSet dataSet, boolean root) {
        var elements = new ArrayList<Element>();
        dataSet.elements().map(CorpusDeidentificationTest::planted).forEach(elements::add);
        if (root) {
            elements.removeIf(element -> element.tag().equals(Tags.PATIENT_NAME)
                    || element.tag().equals(Tags.PATIENT_ID)
                    || element.tag().equals(Tags.ACCESSION_NUMBER)
                    || element.tag().equals(Tags.PATIENT_BIRTH_DATE));
            elements.addAll(DataSet.builder()
                    .set(Tags.PATIENT_NAME, PLANTED.name())
                    .set(Tags.PATIENT_ID, Identity.ID)
                    .set(Tags.ACCESSION_NUMBER, Identity.ACCESSION)
                    .set(Tags.PATIENT_BIRTH_DATE, Identity.BIRTH_DATE)
                    .build()
                    .elements()
                    .toList());
        }
        return DataSet.of(elements);
    }

    private static Element planted(Element element) {
        if (element instanceof SequenceElement sequence) {
            var items = sequence.items().stream()
                    .map(item -> new Item(planted(item.dataSet(), false), item.length()))
                    .toList();
            return new SequenceElement(sequence.tag(), sequence.vr(), items, sequence.length());
        }
        return element instanceof ValueElement && takesText(element) ? gossip(element) : element;
    }

    private static boolean takesText(Element element) {
        return switch (element.vr()) {
            case LO, SH, LT, ST, UT, UC, PN, AE -> true;
            case UN, OB -> element.tag().isPrivate();
            default -> false;
        };
    }

    private static Element gossip(Element element) {
        var text = element.vr() == Vr.PN ? PLANTED.name() : "of " + PLANTED.name() + ", " + Identity.ID + " ";
        var even = text.length() % 2 == 0 ? text : text + " ";
        return new ValueElement(
                element.tag(),
                element.vr(),
                Bytes.wrap(even.getBytes(StandardCharsets.US_ASCII)),
                ByteOrder.LITTLE_ENDIAN);
    }
}
