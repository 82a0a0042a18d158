package dev.auricle.dicom.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.dicom.SharedData;
import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.DataSetBuilder;
import dev.auricle.dicom.data.ValueElement;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.dictionary.Vr;
import dev.auricle.dicom.pixel.UnableToReadPixels.Reason;
import dev.auricle.dicom.syntax.DicomFile;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void a_compressed_image_is_refused_by_the_name_of_its_syntax() {
        var image =
                image(8).put(pixels(Vr.OB, "01 02", ByteOrder.LITTLE_ENDIAN)).build();
        assertRefused(image, TransferSyntax.JPEG_LS_LOSSLESS, Reason.COMPRESSED);
        assertThatThrownBy(() -> GreyPixels.of(image, TransferSyntax.JPEG_LS_LOSSLESS))
                .hasMessage("the pixels are in JPEG-LS Lossless Image Compression");
    }

    @Test
    void what_is_not_grey_linear_or_whole_is_refused_with_its_reason() {
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
        assertRefused(grey.build().toBuilder().set(Tags.SAMPLES_PER_PIXEL, 3).build(), NATIVE, Reason.NOT_GREY);
        assertRefused(grey.build().toBuilder().set(Tags.RESCALE_SLOPE, 0).build(), NATIVE, Reason.NOT_LINEAR);
        assertRefused(grey.build().toBuilder().set(Tags.BITS_STORED, 17).build(), NATIVE, Reason.BITS);
        assertRefused(grey.build().toBuilder().set(Tags.BITS_ALLOCATED, 12).build(), NATIVE, Reason.BITS);
        assertRefused(
                grey.build().toBuilder()
                        .items(
                                Tags.MODALITY_LUT_SEQUENCE,
                                DataSet.builder().set(Tags.RESCALE_TYPE, "US").build())
                        .build(),
                NATIVE,
                Reason.NOT_LINEAR);
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

    private static ValueElement pixels(Vr vr, String hex, ByteOrder order) {
        return new ValueElement(
                Tags.PIXEL_DATA, vr, Bytes.wrap(HexFormat.ofDelimiter(" ").parseHex(hex)), order);
    }
}
