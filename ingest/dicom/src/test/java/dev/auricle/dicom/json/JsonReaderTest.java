package dev.auricle.dicom.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.syntax.ReadLimits;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JsonReaderTest {
    private static final ReadLimits LIMITS = new ReadLimits(3, 1 << 10, 1 << 14);
    private static final Tag PRIVATE = Tag.of(0x0009, 0x1001);

    @Test
    void names_get_their_groups_and_text_beyond_ascii_is_utf_8_and_says_so() {
        // When
        var dataSet = read("{'00100010':{'vr':'PN','Value':[{'Ideographic':'王','Alphabetic':'Wang'},{},null]}}");
        // Then
        assertThat(dataSet.require(Tags.PATIENT_NAME).strings()).containsExactly("Wang=王", "", "");
        assertThat(dataSet.require(Tags.SPECIFIC_CHARACTER_SET).string()).isEqualTo("ISO_IR 192");
    }

    @Test
    void the_character_set_that_a_text_claims_to_come_from_does_not_count() {
        var dataSet = read("{'00080005':{'vr':'CS','Value':['ISO_IR 100']},'00100020':{'vr':'LO','Value':['é']}}");
        assertThat(dataSet.require(Tags.PATIENT_ID).string()).isEqualTo("é");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "1.50, 1.50",
                "'1.50', 1.50",
                "3, 3",
                "-1e-7, -1e-7",
                "0.33333333333333331, 0.33333333333333",
                "123456789012345678901234567890, 1.2345678901E+29"
            })
    void a_decimal_is_taken_as_number_or_string_and_shortened_only_where_it_must(String given, String expected) {
        var dataSet = read("{'00201041':{'vr':'DS','Value':[" + given + "]}}");
        assertThat(dataSet.require(Tags.SLICE_LOCATION).string())
                .hasSizeLessThanOrEqualTo(16)
                .startsWith(expected);
    }

    @Test
    void an_integer_is_taken_also_where_it_is_written_with_a_fraction() {
        assertThat(read("{'00200013':{'vr':'IS','Value':[7.0]}}")
                        .require(Tags.INSTANCE_NUMBER)
                        .string())
                .isEqualTo("7");
        assertThat(read("{'00280010':{'vr':'US','Value':['512']}}")
                        .require(Tags.ROWS)
                        .integer())
                .isEqualTo(512);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "'NaN'"})
    void not_a_number_is_taken_bare_and_quoted(String nan) {
        var dataSet = read("{'00091001':{'vr':'FD','Value':[" + nan + ",'-Infinity']}}");
        assertThat(dataSet.require(PRIVATE).numbers()).containsExactly(Double.NaN, Double.NEGATIVE_INFINITY);
    }

    @Test
    void sequences_hold_items_and_empty_ones() {
        // When
        var dataSet = read("{'00081115':{'vr':'SQ','Value':[{'0020000E':{'vr':'UI','Value':['1.2']}},{}]}}");
        // Then
        var items = dataSet.items(Tags.REFERENCED_SERIES_SEQUENCE);
        assertThat(items).hasSize(2);
        assertThat(items.get(0).require(Tags.SERIES_INSTANCE_UID).string()).isEqualTo("1.2");
        assertThat(items.get(1)).isEqualTo(DataSet.EMPTY);
    }

    @Test
    void the_order_of_names_and_names_nobody_knows_do_not_matter() {
        var dataSet = read("{'00100020':{'comment':[{'a':1}],'Value':['x'],'vr':'LO'}}");
        assertThat(dataSet.require(Tags.PATIENT_ID).string()).isEqualTo("x");
    }

    @Test
    void a_missing_representation_is_the_dictionarys() {
        assertThat(read("{'00280010':{'Value':[3]}}").require(Tags.ROWS).integer())
                .isEqualTo(3);
    }

    @Test
    void what_is_kept_elsewhere_is_asked_for() {
        // Given
        var reader = new JsonReader(
                LIMITS,
                (tag, vr, uri) -> uri.equals("a")
                        ? DataSet.builder()
                                .bytes(tag, vr, new byte[] {1, 2})
                                .build()
                                .element(tag)
                        : Optional.empty());
        // Then
        var found = reader.read(bytes("{'7FE00010':{'vr':'OW','BulkDataURI':'a'}}"));
        assertThat(found.require(Tags.PIXEL_DATA).bytes()).isEqualTo(Bytes.wrap(new byte[] {1, 2}));
        assertThatThrownBy(() -> reader.read(bytes("{'7FE00010':{'vr':'OW','BulkDataURI':'b'}}")))
                .isInstanceOf(UnableToReadJson.class)
                .hasMessageEndingWith(JsonFlaw.NO_BULK_DATA.toString());
    }

    @Test
    void an_odd_value_is_padded_as_its_representation_wants() {
        assertThat(read("{'00100020':{'vr':'LO','Value':['x']}}")
                        .require(Tags.PATIENT_ID)
                        .bytes())
                .isEqualTo(Bytes.wrap(new byte[] {'x', ' '}));
        assertThat(read("{'7FE00010':{'vr':'OB','InlineBinary':'AQ=='}}")
                        .require(Tags.PIXEL_DATA)
                        .bytes())
                .isEqualTo(Bytes.wrap(new byte[] {1, 0}));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = ';',
            value = {
                "; NOT_A_DATA_SET",
                "{; NOT_JSON",
                "{}{}; NOT_JSON",
                "[1]; NOT_A_DATA_SET",
                "{'0010':{'vr':'LO'}}; BAD_TAG",
                "{'PatientID':{'vr':'LO'}}; BAD_TAG",
                "{'00100020':[]}; NOT_A_DATA_SET",
                "{'00100020':{'vr':'LO'},'00100020':{'vr':'LO'}}; REPEATED_TAG",
                "{'00100020':{'vr':'XX'}}; BAD_REPRESENTATION",
                "{'7FE00010':{'vr':'OB','InlineBinary':'AQ==','BulkDataURI':'a'}}; AMBIGUOUS_VALUE",
                "{'00100020':{'vr':'LO','Value':'x'}}; BAD_VALUE",
                "{'00100020':{'vr':'LO','Value':[1]}}; BAD_VALUE",
                "{'00100020':{'vr':'LO','Value':[{'00100020':{'vr':'LO'}}]}}; BAD_VALUE",
                "{'00100020':{'vr':'LO','Value':[['x']]}}; BAD_VALUE",
                "{'00080018':{'vr':'UI','Value':['王']}}; BAD_VALUE",
                "{'00100010':{'vr':'PN','Value':[{'Alphabetic':'a','00100010':{}}]}}; BAD_VALUE",
                "{'00102000':{'vr':'LT','Value':['a','b']}}; BAD_VALUE",
                "{'00280010':{'vr':'US','Value':[65536]}}; BAD_VALUE",
                "{'00280010':{'vr':'US','Value':[null]}}; BAD_VALUE",
                "{'00280010':{'vr':'US','Value':[1e999999999]}}; BAD_VALUE",
                "{'00280010':{'vr':'US','InlineBinary':'AQ=='}}; BAD_VALUE",
                "{'7FE00010':{'vr':'OB','Value':[1]}}; BAD_VALUE",
                "{'7FE00010':{'vr':'OB','InlineBinary':'%'}}; BAD_BASE64",
                "{'7FE00010':{'vr':'OB','BulkDataURI':'x'}}; NO_BULK_DATA"
            })
    void what_is_no_data_set_is_refused_with_its_flaw(String text, JsonFlaw flaw) {
        assertThatThrownBy(() -> read(text == null ? "" : text))
                .isInstanceOfSatisfying(
                        UnableToReadJson.class,
                        refused -> assertThat(refused.flaw()).isEqualTo(flaw));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'00081115':{'vr':'SQ','Value':[", "{'00100020':{'vr':'LO','x':["})
    void what_is_too_deep_is_refused(String level) {
        assertThatThrownBy(() -> read(level.repeat(200)))
                .isInstanceOfSatisfying(
                        UnableToReadJson.class,
                        refused -> assertThat(refused.flaw()).isEqualTo(JsonFlaw.TOO_DEEP));
    }

    @Test
    void what_is_too_long_is_refused_be_it_one_value_or_many() {
        assertFlaw("{'00100020':{'vr':'LO','Value':['" + "x".repeat(1 << 11) + "']}}", JsonFlaw.ELEMENT_TOO_LONG);
        assertFlaw("{'00100020':{'vr':'LO','Value':['" + "x".repeat(1 << 13) + "']}}", JsonFlaw.ELEMENT_TOO_LONG);
        assertFlaw("{'7FE00010':{'vr':'OB','InlineBinary':'" + "AAAA".repeat(400) + "']}}", JsonFlaw.ELEMENT_TOO_LONG);
        assertFlaw(" ".repeat(1 << 15) + "{}", JsonFlaw.TOO_LONG);
        assertFlaw("{'00280010':{'vr':'US','Value':[" + "0,".repeat(1 << 9) + "0]}}", JsonFlaw.TOO_LONG);
    }

    @Test
    void no_message_shows_a_value() {
        assertThatThrownBy(() -> read("{'00100010':{'vr':'PN','Value':['Doe^Jane',]}}"))
                .isInstanceOf(UnableToReadJson.class)
                .hasNoCause()
                .hasMessage("at byte 44: the text is not JSON");
    }

    private static void assertFlaw(String text, JsonFlaw flaw) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        UnableToReadJson.class,
                        refused -> assertThat(refused.flaw()).isEqualTo(flaw));
    }

    private static DataSet read(String text) {
        return new JsonReader(LIMITS, BulkDataResolver.none()).read(bytes(text));
    }

    private static Bytes bytes(String text) {
        return Bytes.wrap(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
