package dev.auricle.dicom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.Vr;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The encoded names are the examples of PS3.5 annexes H to K and PS3.3 C.12.1.1.2. */
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
        "ISO 2022 IR 100, 4a e9 72, Jér"
    })
    void names_are_read_and_written_in_the_set_the_data_set_declares(String term, String hex, String name) {
        // Given
        var encoded = HexFormat.ofDelimiter(" ").parseHex(hex);
        var read = DataSet.builder()
                .set(Tags.SPECIFIC_CHARACTER_SET, term)
                .put(name(encoded))
                .build();
        // When
        var written = DataSet.builder()
                .set(Tags.SPECIFIC_CHARACTER_SET, term)
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
    void a_set_that_switches_within_a_text_is_refused_beyond_ASCII_and_read_within() {
        // Given
        var japanese = DataSet.builder().set(Tags.SPECIFIC_CHARACTER_SET, "", "ISO 2022 IR 87");
        // When
        var plain = japanese.put(name("Yamada^Tarou".getBytes(StandardCharsets.US_ASCII)))
                .build();
        var switched = japanese.put(name(new byte[] {0x1B, 0x24, 0x42, 0x3B, 0x33, 0x45}))
                .build();
        // Then
        assertThat(plain.require(Tags.PATIENT_NAME).string()).isEqualTo("Yamada^Tarou");
        assertThatThrownBy(() -> switched.require(Tags.PATIENT_NAME).string())
                .isInstanceOf(UnableToReadValue.class)
                .hasMessage("(0010,0010) PatientName is in a character set that is not supported");
    }

    @Test
    void a_character_the_set_has_no_place_for_is_refused() {
        var builder = DataSet.builder().set(Tags.SPECIFIC_CHARACTER_SET, "ISO_IR 100");
        assertThatThrownBy(() -> builder.set(Tags.PATIENT_NAME, "小東"))
                .isInstanceOf(UnableToEncodeValue.class)
                .message()
                .doesNotContain("小");
    }

    private static ValueElement name(byte[] encoded) {
        return new ValueElement(Tags.PATIENT_NAME, Vr.PN, Bytes.wrap(encoded), ByteOrder.LITTLE_ENDIAN);
    }
}
