package dev.auricle.dicom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.Vr;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ValueTest {
    @Test
    void texts_are_parted_by_backslashes_and_lose_their_padding() {
        assertThat(text(Tags.IMAGE_TYPE, Vr.CS, "ORIGINAL\\ PRIMARY\\\\AXIAL ").strings())
                .containsExactly("ORIGINAL", "PRIMARY", "", "AXIAL");
    }

    @Test
    void a_backslash_in_a_paragraph_is_a_backslash() {
        assertThat(text(Tags.PATIENT_COMMENTS, Vr.LT, " a\\b ").string()).isEqualTo(" a\\b");
    }

    @Test
    void a_UID_loses_its_NUL() {
        assertThat(text(Tags.SOP_CLASS_UID, Vr.UI, "1.2.3\0").string()).isEqualTo("1.2.3");
    }

    @ParameterizedTest
    @CsvSource({"12,12", "' +7 ',7", "-3,-3", "3.0,3", "1e3,1000"})
    void integers_are_read_from_text(String text, int expected) {
        assertThat(text(Tags.SERIES_NUMBER, Vr.IS, text).integer()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1.5", "99999999999", "NaN", "Infinity", "1d", "0x10"})
    void what_is_no_integer_is_refused(String text) {
        var value = text(Tags.SERIES_NUMBER, Vr.IS, text + "\\1");
        assertThatThrownBy(value::integer)
                .isInstanceOf(UnableToReadValue.class)
                .hasMessage("(0020,0011) SeriesNumber is not an integer");
    }

    @Test
    void numbers_are_read_from_text_and_binary_of_both_orders() {
        assertThat(text(Tags.PIXEL_SPACING, Vr.DS, "0.5\\-1e-2").numbers()).containsExactly(0.5, -0.01);
        assertThat(binary(Vr.FD, ByteOrder.BIG_ENDIAN, 0x40, 0x08, 0, 0, 0, 0, 0, 0)
                        .number())
                .isEqualTo(3.0);
        assertThat(binary(Vr.US, ByteOrder.LITTLE_ENDIAN, 0xFE, 0xFF).integer()).isEqualTo(0xFFFE);
        assertThat(binary(Vr.SS, ByteOrder.BIG_ENDIAN, 0xFF, 0xFE).integer()).isEqualTo(-2);
        assertThat(binary(Vr.UL, ByteOrder.LITTLE_ENDIAN, 0xFF, 0xFF, 0xFF, 0xFF)
                        .number())
                .isEqualTo(4294967295.0);
    }

    @Test
    void an_integer_that_does_not_fit_is_refused() {
        var value = binary(Vr.UL, ByteOrder.LITTLE_ENDIAN, 0xFF, 0xFF, 0xFF, 0xFF);
        assertThatThrownBy(value::integer).isInstanceOf(UnableToReadValue.class);
    }

    @Test
    void integers_of_64_bits_are_read_with_and_without_a_sign() {
        // Given
        var ones = new int[] {0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF};
        var signed = binary(Vr.SV, ByteOrder.LITTLE_ENDIAN, ones);
        var unsigned = binary(Vr.UV, ByteOrder.BIG_ENDIAN, ones);
        // When / Then
        assertThat(signed.integer()).isEqualTo(-1);
        assertThat(signed.number()).isEqualTo(-1.0);
        assertThat(unsigned.longs()).containsExactly(-1L);
        assertThat(Long.toUnsignedString(unsigned.longs()[0])).isEqualTo("18446744073709551615");
        assertThat(unsigned.number()).isEqualTo(Math.pow(2, 64));
        assertThatThrownBy(unsigned::integer).isInstanceOf(UnableToReadValue.class);
    }

    @Test
    void the_wrong_number_of_numbers_is_refused() {
        var value = text(Tags.PIXEL_SPACING, Vr.DS, "1\\1\\1");
        assertThatThrownBy(() -> value.numbers(2)).hasMessage("(0028,0030) PixelSpacing has 3 values, not 2");
    }

    @Test
    void a_value_shorter_than_its_numbers_is_refused() {
        var value = binary(Vr.UL, ByteOrder.LITTLE_ENDIAN, 1, 2);
        assertThatThrownBy(value::integer).isInstanceOf(UnableToReadValue.class);
        assertThatThrownBy(value::numbers).isInstanceOf(UnableToReadValue.class);
    }

    @Test
    void tags_are_read_in_the_order_of_the_value() {
        assertThat(binary(Vr.AT, ByteOrder.LITTLE_ENDIAN, 0x28, 0, 0x10, 0).tags())
                .containsExactly(Tags.ROWS);
    }

    @ParameterizedTest
    @CsvSource({"20260131,2026-01-31", "1999.12.31,1999-12-31"})
    void dates_are_read_in_the_new_and_the_old_form(String text, LocalDate expected) {
        assertThat(text(Tags.STUDY_DATE, Vr.DA, text).date()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"20260230", "2026", "2026-01-31"})
    void what_is_no_date_is_refused(String text) {
        assertThatThrownBy(() -> text(Tags.STUDY_DATE, Vr.DA, text).date())
                .hasMessage("(0008,0020) StudyDate is not a date");
    }

    @ParameterizedTest
    @CsvSource({"12,12:00", "1230,12:30", "123005.25,12:30:05.250", "12:30:05,12:30:05"})
    void times_are_read_as_far_as_they_go(String text, LocalTime expected) {
        assertThat(text(Tags.STUDY_TIME, Vr.TM, text).time()).isEqualTo(expected);
    }

    @Test
    void what_was_encoded_as_UN_is_read_as_the_dictionary_knows_it() {
        // Given
        var element = element(Tags.SERIES_NUMBER, Vr.UN, "12");
        // When
        var value = DataSet.EMPTY.with(element).require(Tags.SERIES_NUMBER);
        // Then
        assertThat(value.integer()).isEqualTo(12);
    }

    @Test
    void no_message_shows_a_value() {
        var value = text(Tags.PATIENT_NAME, Vr.PN, "Wilhelm^Conrad");
        assertThatThrownBy(value::number).message().doesNotContain("Wilhelm");
        assertThat(value.toString()).doesNotContain("Wilhelm");
    }

    private static Value text(Tag tag, Vr vr, String text) {
        return DataSet.EMPTY.with(element(tag, vr, text)).require(tag);
    }

    private static ValueElement element(Tag tag, Vr vr, String text) {
        return new ValueElement(
                tag, vr, Bytes.wrap(text.getBytes(StandardCharsets.ISO_8859_1)), ByteOrder.LITTLE_ENDIAN);
    }

    private static Value binary(Vr vr, ByteOrder order, int... bytes) {
        var array = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            array[i] = (byte) bytes[i];
        }
        var tag = Tag.of(0x0009, 0x1001);
        return DataSet.EMPTY
                .with(new ValueElement(tag, vr, Bytes.wrap(array), order))
                .require(tag);
    }
}
