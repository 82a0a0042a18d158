package dev.auricle.dicom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.Vr;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DataSetTest {
    private static final DataSet SAMPLE = DataSet.builder()
            .set(Tags.ROWS, 512)
            .set(Tags.PATIENT_NAME, "Ada^Lovelace")
            .empty(Tags.PATIENT_ID)
            .items(
                    Tags.REFERENCED_SERIES_SEQUENCE,
                    DataSet.builder().set(Tags.SERIES_INSTANCE_UID, "1.2").build())
            .build();

    @Test
    void elements_are_ordered_by_tag_as_unsigned_numbers() {
        // Given
        var last = DataSet.builder().bytes(Tags.DATA_SET_TRAILING_PADDING, Vr.OB, new byte[2]);
        // When
        var dataSet = last.set(Tags.ROWS, 1).set(Tags.MODALITY, "MR").build();
        // Then
        assertThat(dataSet.elements().map(Element::tag))
                .containsExactly(Tags.MODALITY, Tags.ROWS, Tags.DATA_SET_TRAILING_PADDING);
    }

    @Test
    void of_two_elements_with_one_tag_the_first_stays() {
        // Given
        var first = SAMPLE.element(Tags.ROWS).orElseThrow();
        var second =
                DataSet.builder().set(Tags.ROWS, 7).build().element(Tags.ROWS).orElseThrow();
        // When
        var dataSet = DataSet.of(List.of(first, second));
        // Then
        assertThat(dataSet.size()).isOne();
        assertThat(dataSet.require(Tags.ROWS).integer()).isEqualTo(512);
    }

    @Test
    void an_attribute_without_a_value_is_there_but_not_found() {
        assertThat(SAMPLE.contains(Tags.PATIENT_ID)).isTrue();
        assertThat(SAMPLE.find(Tags.PATIENT_ID)).isEmpty();
        assertThatThrownBy(() -> SAMPLE.require(Tags.PATIENT_ID))
                .isInstanceOf(NoSuchAttribute.class)
                .hasMessage("no value for (0010,0020) PatientID");
    }

    @Test
    void a_sequence_has_items_and_no_value() {
        assertThat(SAMPLE.items(Tags.REFERENCED_SERIES_SEQUENCE)).hasSize(1);
        assertThat(SAMPLE.find(Tags.REFERENCED_SERIES_SEQUENCE)).isEmpty();
        assertThat(SAMPLE.items(Tags.ROWS)).isEmpty();
        assertThatThrownBy(() -> SAMPLE.requireItem(Tags.SEGMENT_SEQUENCE)).isInstanceOf(NoSuchAttribute.class);
    }

    @Test
    void a_derived_data_set_leaves_the_first_as_it_was() {
        // When
        var derived = SAMPLE.without(Tags.PATIENT_NAME, Tags.PATIENT_ID);
        // Then
        assertThat(derived.size()).isEqualTo(2);
        assertThat(SAMPLE.contains(Tags.PATIENT_NAME)).isTrue();
        assertThat(derived).isEqualTo(derived.toBuilder().build()).isNotEqualTo(SAMPLE);
    }

    @Test
    void a_derived_data_set_drops_group_lengths_that_would_lie() {
        // Given
        var groupLength = Tag.of(0x0008, 0);
        var original = SAMPLE.toBuilder().set(groupLength, 12).build();
        // When
        var derived = original.without(Tags.PATIENT_ID);
        // Then
        assertThat(original.contains(groupLength)).isTrue();
        assertThat(derived.contains(groupLength)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "1, 1",
        "0, 0",
        "-0.9765625, -0.9765625",
        "0.333333333333333333, 0.33333333333333",
        "-123.456789012345678, -123.45678901235",
        "123456789012345678, 1.2345678901E+17",
        "-1.5e-300, -1.5E-300",
        "0.00001, 0.00001"
    })
    void a_decimal_has_as_many_digits_as_sixteen_characters_hold(double number, String expected) {
        // When
        var dataSet = DataSet.builder().set(Tags.SLICE_LOCATION, number).build();
        // Then
        var text = dataSet.require(Tags.SLICE_LOCATION).string();
        assertThat(text).isEqualTo(expected).hasSizeLessThanOrEqualTo(16);
    }

    @Test
    void what_an_attribute_does_not_take_is_refused() {
        var builder = DataSet.builder();
        assertThatThrownBy(() -> builder.set(Tags.ROWS, -1)).isInstanceOf(UnableToEncodeValue.class);
        assertThatThrownBy(() -> builder.set(Tags.ROWS, "many")).isInstanceOf(UnableToEncodeValue.class);
        assertThatThrownBy(() -> builder.set(Tags.ROWS, 1.5)).isInstanceOf(UnableToEncodeValue.class);
        assertThatThrownBy(() -> builder.set(Tags.MODALITY, 1)).isInstanceOf(UnableToEncodeValue.class);
        assertThatThrownBy(() -> builder.set(Tags.SLICE_LOCATION, Double.NaN)).isInstanceOf(UnableToEncodeValue.class);
    }

    @Test
    void an_integer_of_64_bits_is_written_where_the_attribute_takes_it() {
        // Given
        var offsets = Tag.of(0x0008, 0x040C); // FileOffsetInContainer, UV
        // When
        var dataSet = DataSet.builder().set(offsets, 1L << 40).build();
        // Then
        assertThat(dataSet.require(offsets).longs()).containsExactly(1L << 40);
        assertThat(dataSet.element(offsets).orElseThrow().vr()).isEqualTo(Vr.UV);
        assertThatThrownBy(() -> DataSet.builder().set(Tags.ROWS, 1L << 40)).isInstanceOf(UnableToEncodeValue.class);
    }

    @Test
    void a_private_element_belongs_to_whoever_reserved_its_block() {
        // Given
        var dataSet = DataSet.builder()
                .bytes(Tag.of(0x0029, 0x0010), Vr.LO, "SOMEBODY".getBytes(StandardCharsets.US_ASCII))
                .bytes(Tag.of(0x0029, 0x0011), Vr.LO, "SIEMENS CSA HEADER".getBytes(StandardCharsets.US_ASCII))
                .bytes(Tag.of(0x0029, 0x1110), Vr.OB, new byte[4])
                .bytes(Tag.of(0x0029, 0x1210), Vr.OB, new byte[4])
                .build();
        // When / Then
        assertThat(dataSet.privateTag("SIEMENS CSA HEADER", 0x0029, 0x10)).contains(Tag.of(0x0029, 0x1110));
        assertThat(dataSet.privateTag("SOMEBODY", 0x0029, 0x10)).isEmpty();
        assertThat(dataSet.privateTag("NOBODY", 0x0029, 0x10)).isEmpty();
        assertThat(dataSet.privateCreator(Tag.of(0x0029, 0x1110))).contains("SIEMENS CSA HEADER");
        assertThat(dataSet.privateCreator(Tag.of(0x0029, 0x1210))).isEmpty();
        assertThat(dataSet.privateCreator(Tags.ROWS)).isEmpty();
    }

    @Test
    void printing_shows_no_value() {
        assertThat(SAMPLE.toString()).isEqualTo("data set of 4 elements");
        assertThat(SAMPLE.element(Tags.PATIENT_NAME).orElseThrow().toString()).doesNotContain("Ada");
    }
}
