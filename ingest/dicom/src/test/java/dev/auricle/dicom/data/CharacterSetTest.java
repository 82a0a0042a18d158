package dev.auricle.dicom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.Vr;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The encoded names are, among others, the examples of PS3.5 annexes H to K. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CharacterSetTest {
    @ParameterizedTest
    @CsvSource({
        "ISO_IR 100, 42 75 63 5e 4a e9 72 f4 6d 65, Buc^Jérôme",
        "ISO_IR 101, 57 61 b3 ea 73 61, Wałęsa",
        "ISO_IR 126, c4 e9 ef ed f5 f3 e9 ef f2, Διονυσιος",
        "ISO_IR 144, bb ee 63 65 dc d1 79 70 d3, Люceмбypг",
        "ISO_IR 192, 57 61 6e 67 5e e5 b0 8f e6 9d b1, Wang^小東",
        "GB18030, 57 61 6e 67 5e d0 a1 b6 ab, Wang^小东",
        "GBK, 57 61 6e 67 5e d0 a1 b6 ab, Wang^小东",
        "ISO 2022 IR 100, 4a e9 72, Jér",
        "ISO_IR 13, d4 cf c0 de 5e c0 db b3, ﾔﾏﾀﾞ^ﾀﾛｳ",
        "ISO_IR 166, ca c1 aa d2 c2, สมชาย",
        "\\ISO 2022 IR 87, 59 61 6d 61 64 61 5e 54 61 72 6f 75 3d 1b 24 42 3b 33 45 44 1b 28 42 5e 1b 24 42 42 40 4f 3a 1b 28"
                + " 42 3d 1b 24 42 24 64 24 5e 24 40 1b 28 42 5e 1b 24 42 24 3f 24 6d 24 26 1b 28 42,"
                + " Yamada^Tarou=山田^太郎=やまだ^たろう",
        "ISO 2022 IR 13\\ISO 2022 IR 87, d4 cf c0 de 5e c0 db b3 3d 1b 24 42 3b 33 45 44 1b 28 4a 5e 1b 24 42 42 40 4f 3a 1b"
                + " 28 4a 3d 1b 24 42 24 64 24 5e 24 40 1b 28 4a 5e 1b 24 42 24 3f 24 6d 24 26 1b 28 4a,"
                + " ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう",
        "\\ISO 2022 IR 149, 48 6f 6e 67 5e 47 69 6c 64 6f 6e 67 3d 1b 24 29 43 fb f3 5e 1b 24 29 43 d1 ce d4 d7 3d 1b 24 29"
                + " 43 c8 ab 5e 1b 24 29 43 b1 e6 b5 bf, Hong^Gildong=洪^吉洞=홍^길동",
        "\\ISO 2022 IR 58, 5a 68 61 6e 67 5e 58 69 61 6f 44 6f 6e 67 3d 1b 24 29 41 d5 c5 5e 1b 24 29 41 d0 a1 b6 ab 3d,"
                + " Zhang^XiaoDong=张^小东=",
        "\\ISO 2022 IR 159, 1b 24 28 44 30 21 1b 28 42, 丂",
        "ISO 2022 IR 100\\ISO 2022 IR 144, 4a e9 72 1b 2d 4c bb 1b 2d 41 5e e9 1b 2d 4c ee 1b 2d 41, JérЛ^éю"
    })
    void names_are_read_and_written_in_the_set_the_data_set_declares(String term, String hex, String name) {
        // Given
        var encoded = hex(hex);
        var read = DataSet.builder()
                .set(Tags.SPECIFIC_CHARACTER_SET, term.split("\\\\"))
                .put(name(encoded))
                .build();
        // When
        var written = DataSet.builder()
                .set(Tags.SPECIFIC_CHARACTER_SET, term.split("\\\\"))
                .set(Tags.PATIENT_NAME, name)
                .build();
        // Then
        assertThat(read.require(Tags.PATIENT_NAME).string()).isEqualTo(name);
        assertThat(written.require(Tags.PATIENT_NAME).bytes().toArray()).startsWith(encoded);
    }

    @Test
    void a_second_byte_that_looks_like_a_backslash_parts_nothing() {
        // Given: 5C as the second byte of a character of GB18030
        var read = DataSet.builder()
                .set(Tags.SPECIFIC_CHARACTER_SET, "GB18030")
                .put(name(new byte[] {(byte) 0x81, 0x5C, 'x', ' '}))
                .build();
        // When
        var names = read.require(Tags.PATIENT_NAME).strings();
        // Then
        assertThat(names).hasSize(1);
    }

    @Test
    void an_item_reads_in_the_set_of_what_it_is_an_item_of() {
        // Given
        var item = DataSet.EMPTY.with(name("Jér".getBytes(StandardCharsets.UTF_8)));
        var parent = DataSet.builder()
                .set(Tags.SPECIFIC_CHARACTER_SET, "ISO_IR 192")
                .items(Tags.REQUEST_ATTRIBUTES_SEQUENCE, item)
                .build();
        // When
        var read = parent.requireItem(Tags.REQUEST_ATTRIBUTES_SEQUENCE);
        // Then
        assertThat(read.require(Tags.PATIENT_NAME).string()).isEqualTo("Jér");
    }

    @Test
    void each_line_of_a_text_begins_in_the_first_set() {
        // Given
        var builder = DataSet.builder().set(Tags.SPECIFIC_CHARACTER_SET, "", "ISO 2022 IR 149");
        // When
        var text = builder.set(Tags.PATIENT_COMMENTS, "김^\r\n희").build().require(Tags.PATIENT_COMMENTS);
        // Then: the caret is nothing special in a text
        assertThat(text.bytes().toArray()).isEqualTo(hex("1b 24 29 43 b1 e8 5e 0d 0a 1b 24 29 43 c8 f1 20"));
        assertThat(text.string()).isEqualTo("김^\r\n희");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO 2022 IR 87", "ISO 2022 IR 159", "ISO 2022 IR 149", "ISO 2022 IR 58"})
    void every_character_of_a_two_byte_set_is_written_and_read_between_delimiters(String term) {
        // Given: among their bytes are those of the delimiters
        var set = CharacterSet.of(List.of("", term));
        var characters = IntStream.range(0x80, 0xFFFF)
                .mapToObj(character -> String.valueOf((char) character))
                .filter(set::canEncode)
                .toList();
        var name = String.join("^", characters) + "=" + String.join("", characters);
        // When
        var bytes = set.encode(name, Vr.PN).orElseThrow();
        // Then
        assertThat(characters).hasSizeGreaterThan(6_000);
        assertThat(set.decode(Bytes.wrap(bytes), Vr.PN)).contains(name);
    }

    @ParameterizedTest
    @CsvSource({
        "'', e9, é",
        "ISO IR 100, e9, é",
        "ISO_IR 100\\ISO_IR 126, 1b 2d 46 c4, Δ",
        "\\ISO 2022 IR 149, 1b 24 29 43 fb f3 5e d1 ce, 洪^吉",
        "ISO 2022 IR 149, b1 e8, 김",
        "ISO_IR 192\\ISO 2022 IR 87, e5 b0 8f, 小",
        "ISO_IR 999, 41, A"
    })
    void what_writers_get_wrong_is_read_as_they_mean_it(String terms, String hex, String name) {
        // When
        var set = CharacterSet.of(List.of(terms.split("\\\\")));
        // Then
        assertThat(set.decode(Bytes.wrap(hex(hex)), Vr.PN)).contains(name);
    }

    @ParameterizedTest
    @CsvSource({"ISO_IR 999, e9", "ISO_IR 100, 1b 25 47 41", "ISO_IR 100, 1b", "ISO 2022 IR 87, 1b 24 42 3b 33 1b"})
    void what_no_declared_set_explains_is_refused(String term, String hex) {
        // Given
        var read = DataSet.builder()
                .set(Tags.SPECIFIC_CHARACTER_SET, term)
                .put(name(hex(hex)))
                .build();
        // When / Then
        assertThatThrownBy(() -> read.require(Tags.PATIENT_NAME).string())
                .isInstanceOf(UnableToReadValue.class)
                .hasMessage("(0010,0010) PatientName is in a character set that is not supported");
    }

    @Test
    void half_a_character_at_the_end_is_marked_as_missing() {
        var set = CharacterSet.of(List.of("", "ISO 2022 IR 87"));
        assertThat(set.decode(Bytes.wrap(hex("1b 24 42 3b 33 45")), Vr.PN)).contains("山\uFFFD");
    }

    @Test
    void an_escape_sequence_cannot_be_smuggled_into_a_text() {
        assertThat(CharacterSet.DEFAULT.canEncode("a\u001B$Bb")).isFalse();
    }

    @Test
    void a_character_the_set_has_no_place_for_is_refused() {
        var builder = DataSet.builder().set(Tags.SPECIFIC_CHARACTER_SET, "ISO_IR 100");
        assertThatThrownBy(() -> builder.set(Tags.PATIENT_NAME, "小東"))
                .isInstanceOf(UnableToEncodeValue.class)
                .message()
                .doesNotContain("小");
    }

    private static byte[] hex(String hex) {
        return HexFormat.ofDelimiter(" ").parseHex(hex);
    }

    private static ValueElement name(byte[] encoded) {
        return new ValueElement(Tags.PATIENT_NAME, Vr.PN, Bytes.wrap(encoded), ByteOrder.LITTLE_ENDIAN);
    }
}
