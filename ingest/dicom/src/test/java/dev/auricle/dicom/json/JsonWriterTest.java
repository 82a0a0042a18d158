package dev.auricle.dicom.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.DataSetBuilder;
import dev.auricle.dicom.data.FragmentsElement;
import dev.auricle.dicom.data.ValueElement;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.Vr;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JsonWriterTest {
    private static final JsonWriter INLINE = new JsonWriter(BulkDataPlacement.inline());
    private static final Tag PRIVATE = Tag.of(0x0009, 0x1001);

    @Test
    void text_is_an_array_of_strings_in_which_an_empty_value_is_null() {
        var dataSet = set().set(Tags.IMAGE_TYPE, "ORIGINAL", "", "AXIAL").build();
        assertThat(json(dataSet)).isEqualTo("{'00080008':{'vr':'CS','Value':['ORIGINAL',null,'AXIAL']}}");
    }

    @Test
    void an_attribute_without_a_value_has_a_representation_only() {
        var dataSet = set().empty(Tags.PATIENT_NAME)
                .items(Tags.REFERENCED_SERIES_SEQUENCE)
                .set(Tags.STUDY_ID, " ")
                .build();
        assertThat(json(dataSet)).isEqualTo("{'00081115':{'vr':'SQ'},'00100010':{'vr':'PN'},'00200010':{'vr':'SH'}}");
    }

    @Test
    void a_name_is_an_object_of_the_groups_it_has() {
        var dataSet = set().set(Tags.SPECIFIC_CHARACTER_SET, "GB18030")
                .set(Tags.PATIENT_NAME, "Wang^XiaoDong=王^小东", "=王", "")
                .build();
        assertThat(json(dataSet))
                .isEqualTo("{'00080005':{'vr':'CS','Value':['ISO_IR 192']},'00100010':{'vr':'PN','Value':["
                        + "{'Alphabetic':'Wang^XiaoDong','Ideographic':'王^小东'},{'Ideographic':'王'},null]}}");
    }

    @Test
    void numbers_in_text_keep_their_digits_and_are_strings_where_json_has_no_such_number() {
        var dataSet = set().set(Tags.PIXEL_SPACING, "1.50", "+1")
                .set(Tags.INSTANCE_NUMBER, "007")
                .set(Tags.SLICE_LOCATION, "-3.2E+1")
                .build();
        assertThat(json(dataSet))
                .isEqualTo("{'00200013':{'vr':'IS','Value':['007']},'00201041':{'vr':'DS','Value':[-3.2E+1]},"
                        + "'00280030':{'vr':'DS','Value':[1.50,'+1']}}");
    }

    @Test
    void binary_numbers_are_numbers_whatever_their_byte_order() {
        assertThat(json(bigEndian(
                        Vr.US, ByteBuffer.allocate(4).putShort((short) 65535).putShort((short) 1))))
                .endsWith("{'vr':'US','Value':[65535,1]}}");
        assertThat(json(bigEndian(Vr.SL, ByteBuffer.allocate(4).putInt(-7)))).endsWith("[-7]}}");
        assertThat(json(bigEndian(Vr.UL, ByteBuffer.allocate(4).putInt(-1)))).endsWith("[4294967295]}}");
        assertThat(json(bigEndian(Vr.AT, ByteBuffer.allocate(4).putInt(0x7FE00010))))
                .endsWith("['7FE00010']}}");
        assertThat(json(bigEndian(Vr.FL, ByteBuffer.allocate(4).putFloat(0.1f))))
                .endsWith("[0.1]}}");
    }

    @Test
    void sixty_four_bit_numbers_that_a_double_cannot_hold_are_strings() {
        assertThat(json(bigEndian(Vr.SV, ByteBuffer.allocate(8).putLong(-12)))).endsWith("[-12]}}");
        assertThat(json(bigEndian(Vr.SV, ByteBuffer.allocate(8).putLong(Long.MIN_VALUE))))
                .endsWith("['-9223372036854775808']}}");
        assertThat(json(bigEndian(Vr.UV, ByteBuffer.allocate(8).putLong(-1)))).endsWith("['18446744073709551615']}}");
    }

    @Test
    void what_is_not_a_number_and_infinities_are_strings() {
        var values = ByteBuffer.allocate(24)
                .putDouble(Double.NaN)
                .putDouble(-1.0 / 0)
                .putDouble(1e300);
        assertThat(json(bigEndian(Vr.FD, values))).endsWith("['NaN','-Infinity',1.0E300]}}");
    }

    @Test
    void bytes_are_base64_of_the_little_endian_value() {
        assertThat(json(bigEndian(Vr.OW, ByteBuffer.allocate(4).putInt(0x01020304))))
                .endsWith("{'vr':'OW','InlineBinary':'AgEEAw=='}}");
        assertThat(json(bigEndian(Vr.UN, ByteBuffer.allocate(4).putInt(0x01020304))))
                .endsWith("{'vr':'UN','InlineBinary':'AQIDBA=='}}");
    }

    @Test
    void items_inherit_the_character_set_of_what_they_are_in() {
        var latin = new ValueElement(
                Tags.SERIES_DESCRIPTION,
                Vr.LO,
                Bytes.wrap("Schädel".getBytes(Charset.forName("ISO-8859-2"))),
                ByteOrder.LITTLE_ENDIAN);
        var dataSet = set().set(Tags.SPECIFIC_CHARACTER_SET, "ISO_IR 101")
                .items(Tags.REFERENCED_SERIES_SEQUENCE, set().put(latin).build(), set().build())
                .build();
        assertThat(json(dataSet))
                .endsWith("'00081115':{'vr':'SQ','Value':[{'0008103E':{'vr':'LO','Value':['Schädel']}},{}]}}");
    }

    @Test
    void group_lengths_are_left_out_and_private_attributes_stay() {
        var dataSet = set().bytes(Tag.of(0x0008, 0), Vr.UL, new byte[4])
                .set(Tag.of(0x0009, 0x0010), "ACME")
                .bytes(PRIVATE, Vr.LO, "x".getBytes(StandardCharsets.US_ASCII))
                .build();
        assertThat(json(dataSet))
                .isEqualTo("{'00090010':{'vr':'LO','Value':['ACME']},'00091001':{'vr':'LO','Value':['x']}}");
    }

    @Test
    void what_is_longer_than_the_threshold_is_kept_elsewhere() {
        var writer = new JsonWriter(BulkDataPlacement.above(
                2, element -> Optional.of("bulk/" + element.tag().value())));
        var dataSet = set().bytes(Tags.PIXEL_DATA, Vr.OB, new byte[4])
                .bytes(PRIVATE, Vr.UN, new byte[2])
                .build();
        assertThat(text(writer.toBytes(dataSet)))
                .isEqualTo("{'00091001':{'vr':'UN','InlineBinary':'AAA='},"
                        + "'7FE00010':{'vr':'OB','BulkDataURI':'bulk/2145386512'}}");
    }

    @Test
    void encapsulated_pixels_are_kept_elsewhere_or_refused() {
        var fragments = DataSet.of(
                List.of(new FragmentsElement(Tags.PIXEL_DATA, Vr.OB, List.of(Bytes.EMPTY, Bytes.wrap(new byte[2])))));
        var elsewhere = new JsonWriter(element -> Optional.of("frames"));
        assertThat(text(elsewhere.toBytes(fragments))).isEqualTo("{'7FE00010':{'vr':'OB','BulkDataURI':'frames'}}");
        assertThatThrownBy(() -> INLINE.toBytes(fragments))
                .isInstanceOf(UnableToWriteJson.class)
                .hasMessage("(7FE0,0010) PixelData is encapsulated, which no JSON text can hold");
    }

    @Test
    void half_a_number_is_refused() {
        var dataSet = set().bytes(Tags.ROWS, Vr.UL, new byte[6]).build();
        assertThatThrownBy(() -> INLINE.toBytes(dataSet))
                .isInstanceOf(UnableToWriteJson.class)
                .hasMessageContaining("(0028,0010) Rows is not a whole number of words");
    }

    @Test
    void several_data_sets_are_an_array() {
        assertThat(text(INLINE.toBytes(List.of(DataSet.EMPTY, DataSet.EMPTY)))).isEqualTo("[{},{}]");
    }

    private static DataSetBuilder set() {
        return DataSet.builder();
    }

    private static DataSet bigEndian(Vr vr, ByteBuffer value) {
        var bytes = new byte[value.flip().remaining()];
        value.get(bytes);
        return DataSet.of(List.of(new ValueElement(PRIVATE, vr, Bytes.wrap(bytes), ByteOrder.BIG_ENDIAN)));
    }

    private static String json(DataSet dataSet) {
        return text(INLINE.toBytes(dataSet));
    }

    private static String text(Bytes json) {
        return json.string(StandardCharsets.UTF_8).replace('"', '\'');
    }
}
