package dev.auricle.dicom.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.dicom.SharedData;
import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.DataSetBuilder;
import dev.auricle.dicom.data.FragmentsElement;
import dev.auricle.dicom.data.ValueElement;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.dictionary.Vr;
import dev.auricle.dicom.pixel.UnableToReadPixels.Reason;
import dev.auricle.dicom.syntax.DicomFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GreyPixelsTest {
    private static final TransferSyntax NATIVE = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;

    @ParameterizedTest
    @CsvSource({
        // allocated, stored, high, signed, bytes, the two values
        "8, 8, 7, 0, 01 FF, 1, 255",
        "8, 8, 7, 1, 01 FF, 1, -1",
        "16, 16, 15, 0, 01 00 FF FF, 1, 65535",
        "16, 16, 15, 1, 01 00 FF FF, 1, -1",
        "16, 12, 11, 0, 01 F0 FF FF, 1, 4095",
        "16, 12, 11, 1, FF 07 00 F8, 2047, -2048",
        "16, 12, 15, 0, 1F 00 FF FF, 1, 4095",
        "16, 12, 15, 1, 1F 00 FF FF, 1, -1",
        "32, 32, 31, 0, 01 00 00 00 FF FF FF FF, 1, 4294967295",
        "32, 32, 31, 1, 01 00 00 00 FF FF FF FF, 1, -1",
        "32, 20, 19, 0, 01 00 F0 FF FF FF FF FF, 1, 1048575"
    })
    void samples_are_read_out_of_their_cells_and_overlays_are_not(
            int allocated, int stored, int high, int signed, String bytes, float first, float second) {
        // Given
        var image = image(allocated)
                .set(Tags.BITS_STORED, stored)
                .set(Tags.HIGH_BIT, high)
                .set(Tags.PIXEL_REPRESENTATION, signed)
                .put(pixels(Vr.OW, bytes, ByteOrder.LITTLE_ENDIAN))
                .build();
        // When
        var values = GreyPixels.of(image, NATIVE).frame(0);
        // Then
        assertThat(values).containsExactly(first, second);
    }

    @Test
    void values_are_those_of_the_modality() {
        // Given
        var image = image(16)
                .set(Tags.RESCALE_SLOPE, 2.5)
                .set(Tags.RESCALE_INTERCEPT, -1024)
                .put(pixels(Vr.OW, "00 00 64 00", ByteOrder.LITTLE_ENDIAN))
                .build();
        // When
        var values = GreyPixels.of(image, NATIVE).frame(0);
        // Then
        assertThat(values).containsExactly(-1024f, -774f);
    }

    @Test
    void words_and_bytes_in_words_are_read_in_big_endian() {
        // Given
        var words = image(16)
                .put(pixels(Vr.OW, "01 02 03 04", ByteOrder.BIG_ENDIAN))
                .build();
        var bytes = image(8).put(pixels(Vr.OW, "01 02", ByteOrder.BIG_ENDIAN)).build();
        // When / Then
        assertThat(GreyPixels.of(words, TransferSyntax.EXPLICIT_VR_BIG_ENDIAN).frame(0))
                .containsExactly(0x0102, 0x0304);
        assertThat(GreyPixels.of(bytes, TransferSyntax.EXPLICIT_VR_BIG_ENDIAN).frame(0))
                .containsExactly(2, 1);
    }

    @Test
    void a_frame_is_read_into_its_place() {
        // Given
        var image = image(8).set(Tags.NUMBER_OF_FRAMES, 2)
                .put(pixels(Vr.OB, "01 02 03 04", ByteOrder.LITTLE_ENDIAN))
                .build();
        var target = new float[5];
        // When
        GreyPixels.of(image, NATIVE).readFrame(1, target, 2);
        // Then
        assertThat(target).containsExactly(0, 0, 3, 4, 0);
    }

    @Test
    void bits_run_on_from_frame_to_frame_the_lowest_first() {
        // Given: three frames of two pixels: 1 0, 1 1, 0 1
        var image = image(1).set(Tags.NUMBER_OF_FRAMES, 3)
                .put(pixels(Vr.OB, "2D", ByteOrder.LITTLE_ENDIAN))
                .build();
        // When
        var pixels = GreyPixels.of(image, NATIVE);
        // Then
        assertThat(pixels.frame(0)).containsExactly(1, 0);
        assertThat(pixels.frame(1)).containsExactly(1, 1);
        assertThat(pixels.frame(2)).containsExactly(0, 1);
    }

    @Test
    void floating_point_numbers_are_read_as_they_are() {
        // Given
        var floats = ByteBuffer.allocate(8).putFloat(1.5f).putFloat(-2e9f).array();
        var doubles = ByteBuffer.allocate(16).putDouble(0.25).putDouble(-7).array();
        // When
        var single =
                image(32).put(numbers(Tags.FLOAT_PIXEL_DATA, Vr.OF, floats)).build();
        var twice = image(32)
                .put(numbers(Tags.DOUBLE_FLOAT_PIXEL_DATA, Vr.OD, doubles))
                .build();
        // Then
        assertThat(GreyPixels.of(single, NATIVE).frame(0)).containsExactly(1.5f, -2e9f);
        assertThat(GreyPixels.of(twice, NATIVE).frame(0)).containsExactly(0.25f, -7f);
    }

    @Test
    void a_modality_table_goes_before_a_line() {
        // Given: signed values from -1 on
        var table = DataSet.builder()
                .set(Tags.LUT_DESCRIPTOR, 3, 0xFFFF, 16)
                .put(words(Tags.LUT_DATA, "64 00 C8 00 50 C3"))
                .build();
        var image = image(16)
                .set(Tags.PIXEL_REPRESENTATION, 1)
                .set(Tags.RESCALE_SLOPE, 2)
                .items(Tags.MODALITY_LUT_SEQUENCE, table)
                .put(pixels(Vr.OW, "FF FF 01 00", ByteOrder.LITTLE_ENDIAN))
                .build();
        var beyond = image.with(pixels(Vr.OW, "00 80 FF 7F", ByteOrder.LITTLE_ENDIAN));
        // When / Then
        assertThat(GreyPixels.of(image, NATIVE).frame(0)).containsExactly(100, 50_000);
        assertThat(GreyPixels.of(beyond, NATIVE).frame(0)).containsExactly(100, 50_000);
    }

    @ParameterizedTest
    @EnumSource(
            value = TransferSyntax.class,
            names = {"HTJ2K.*", "JPEG_XL.*", "MPEG.*", "HEVC.*", "JPEG_2000_PART_2.*"},
            mode = EnumSource.Mode.MATCH_ANY)
    void a_syntax_that_is_not_decoded_is_refused_by_its_name(TransferSyntax syntax) {
        var image = image(8).put(fragments(new byte[4])).build();
        assertRefused(image, syntax, Reason.SYNTAX);
        assertThatThrownBy(() -> GreyPixels.of(image, syntax)).hasMessageContaining(syntax.title());
    }

    @ParameterizedTest
    @EnumSource(
            value = TransferSyntax.class,
            names = {"RLE_LOSSLESS", "JPEG_BASELINE", "JPEG_EXTENDED", "JPEG_LOSSLESS.*", "JPEG_LS.*"},
            mode = EnumSource.Mode.MATCH_ANY)
    void a_stream_of_zeros_is_refused(TransferSyntax syntax) {
        var pixels = GreyPixels.of(image(8).put(fragments(new byte[200])).build(), syntax);
        assertThatThrownBy(() -> pixels.frame(0))
                .asInstanceOf(InstanceOfAssertFactories.type(UnableToReadPixels.class))
                .extracting(UnableToReadPixels::reason)
                .isEqualTo(Reason.MALFORMED);
    }

    @Test
    void a_frame_may_be_encapsulated_and_not_compressed() {
        var pixels = GreyPixels.of(
                image(8).put(fragments(new byte[] {7, 9})).build(), TransferSyntax.ENCAPSULATED_UNCOMPRESSED);
        assertThat(pixels.frame(0)).containsExactly(7, 9);
    }

    @Test
    void what_is_not_grey_or_whole_is_refused_with_its_reason() {
        var whole = pixels(Vr.OW, "00 00 00 00", ByteOrder.LITTLE_ENDIAN);
        var grey = image(16).put(whole);
        assertRefused(grey.build().without(Tags.PIXEL_DATA), NATIVE, Reason.TOO_SHORT);
        assertRefused(grey.build().toBuilder().set(Tags.ROWS, 2).build(), NATIVE, Reason.TOO_SHORT);
        assertRefused(grey.build().toBuilder().set(Tags.NUMBER_OF_FRAMES, 0).build(), NATIVE, Reason.TOO_SHORT);
        assertRefused(
                grey.build().toBuilder()
                        .set(Tags.PHOTOMETRIC_INTERPRETATION, "PALETTE COLOR")
                        .build(),
                NATIVE,
                Reason.NOT_GREY);
        assertRefused(grey.build().toBuilder().set(Tags.SAMPLES_PER_PIXEL, 3).build(), NATIVE, Reason.NOT_COLOUR);
        assertRefused(grey.build().toBuilder().set(Tags.RESCALE_SLOPE, 0).build(), NATIVE, Reason.TRANSFORMATION);
        assertRefused(grey.build().toBuilder().set(Tags.BITS_STORED, 17).build(), NATIVE, Reason.BITS);
        assertRefused(grey.build().toBuilder().set(Tags.BITS_ALLOCATED, 12).build(), NATIVE, Reason.BITS);
        assertRefused(grey.build(), TransferSyntax.RLE_LOSSLESS, Reason.TOO_SHORT);
        var table = DataSet.builder().set(Tags.LUT_DESCRIPTOR, 3, 0, 16).put(words(Tags.LUT_DATA, "01 00 02 00"));
        assertRefused(
                grey.build().toBuilder()
                        .items(Tags.MODALITY_LUT_SEQUENCE, table.build())
                        .build(),
                NATIVE,
                Reason.TRANSFORMATION);
    }

    @Test
    void one_image_is_the_same_in_every_encoding_of_the_corpus() throws IOException {
        // Given
        var folder = SharedData.require("dicom_corpus/pydicom/test_files");
        var little = DicomFile.read(folder.resolve("MR_small.dcm"));
        var big = DicomFile.read(folder.resolve("MR_small_expb.dcm"));
        var implicit = DicomFile.read(folder.resolve("MR_small_implicit.dcm"));
        // When
        var values = GreyPixels.of(little.dataSet(), little.transferSyntax()).frame(0);
        // Then
        assertThat(values).hasSize(64 * 64);
        assertThat(GreyPixels.of(big.dataSet(), big.transferSyntax()).frame(0)).isEqualTo(values);
        assertThat(GreyPixels.of(implicit.dataSet(), implicit.transferSyntax()).frame(0))
                .isEqualTo(values);
    }

    private static void assertRefused(DataSet image, TransferSyntax syntax, Reason reason) {
        assertThatThrownBy(() -> GreyPixels.of(image, syntax))
                .asInstanceOf(InstanceOfAssertFactories.type(UnableToReadPixels.class))
                .extracting(UnableToReadPixels::reason)
                .isEqualTo(reason);
    }

    /** One row of two pixels. */
    private static DataSetBuilder image(int allocated) {
        return DataSet.builder()
                .set(Tags.SAMPLES_PER_PIXEL, 1)
                .set(Tags.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                .set(Tags.ROWS, 1)
                .set(Tags.COLUMNS, 2)
                .set(Tags.BITS_ALLOCATED, allocated)
                .set(Tags.BITS_STORED, allocated)
                .set(Tags.HIGH_BIT, allocated - 1)
                .set(Tags.PIXEL_REPRESENTATION, 0);
    }

    private static FragmentsElement fragments(byte[] frame) {
        return new FragmentsElement(Tags.PIXEL_DATA, Vr.OB, List.of(Bytes.EMPTY, Bytes.wrap(frame)));
    }

    private static ValueElement numbers(Tag tag, Vr vr, byte[] numbers) {
        return new ValueElement(tag, vr, Bytes.wrap(numbers), ByteOrder.BIG_ENDIAN);
    }

    private static ValueElement words(Tag tag, String hex) {
        return new ValueElement(
                tag, Vr.OW, Bytes.wrap(HexFormat.ofDelimiter(" ").parseHex(hex)), ByteOrder.LITTLE_ENDIAN);
    }

    private static ValueElement pixels(Vr vr, String hex, ByteOrder order) {
        return new ValueElement(
                Tags.PIXEL_DATA, vr, Bytes.wrap(HexFormat.ofDelimiter(" ").parseHex(hex)), order);
    }
}
