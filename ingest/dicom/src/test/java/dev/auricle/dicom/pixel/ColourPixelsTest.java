package dev.auricle.dicom.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.DataSetBuilder;
import dev.auricle.dicom.data.ValueElement;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.dictionary.Vr;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Images of one row of two pixels. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ColourPixelsTest {
    @Test
    void colours_lie_by_pixel_or_by_plane() {
        var byPixel = image("RGB").set(Tags.PLANAR_CONFIGURATION, 0).put(pixels("01 02 03 04 05 06"));
        var byPlane = image("RGB").set(Tags.PLANAR_CONFIGURATION, 1).put(pixels("01 04 02 05 03 06"));
        assertThat(rgb(byPixel)).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(rgb(byPlane)).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @ParameterizedTest
    @CsvSource({
        // luminance, blue, red, and what PS3.3 C.7.6.3.1.2 makes of them
        "FF 80 80, 255, 255, 255",
        "00 80 80, 0, 0, 0",
        "4C 55 FF, 254, 0, 0",
        "96 2C 15, 0, 255, 1",
        "1D FF 6B, 0, 0, 254"
    })
    void luminance_and_differences_become_red_green_and_blue(String pixel, int red, int green, int blue) {
        // When
        var colours = rgb(image("YBR_FULL").put(pixels(pixel + " " + pixel)));
        // Then
        assertThat(colours).containsExactly(red, green, blue, red, green, blue);
    }

    @Test
    void two_neighbours_share_their_colour() {
        // Given: two luminances, then blue and red of both
        var halved = image("YBR_FULL_422").put(pixels("4C 60 55 FF"));
        var whole = image("YBR_FULL").put(pixels("4C 55 FF 60 55 FF"));
        // When / Then
        assertThat(rgb(halved)).isEqualTo(rgb(whole));
    }

    @Test
    void a_palette_of_words_begins_at_its_first_value() {
        // Given: entries for 16 to 18
        var image = palette(3, 16, 16, "00 01 00 02 00 03").put(pixels("10 FF"));
        // When
        var colours = ColourPixels.of(image.build(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        // Then
        assertThat(colours.bits()).isEqualTo(16);
        assertThat(colours.frame(0)).containsExactly(0x100, 0x100, 0x100, 0x300, 0x300, 0x300);
    }

    @Test
    void a_palette_of_bytes_has_one_for_each_entry() {
        var image = palette(4, 0, 8, "0A 0B 0C 0D").put(pixels("01 03"));
        assertThat(rgb(image)).containsExactly(0x0B, 0x0B, 0x0B, 0x0D, 0x0D, 0x0D);
    }

    @Test
    void segments_of_a_palette_are_expanded() {
        // Given: 10 20; a line of 4 to 60; the two entries once more
        var segments = "0000 0002 000A 0014 0001 0004 003C 0002 0001 0000 0000";
        var expected = new int[] {10, 20, 30, 40, 50, 60, 10, 20};
        for (int place = 0; place < expected.length; place++) {
            // When
            var image = segmented(8, segments).put(pixels("00 0" + place));
            // Then
            assertThat(rgb(image)[3]).isEqualTo(expected[place]);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0001 0004 003C", // a line from nothing
                "0000 0009 000A", // more entries than there are
                "0000 0002 000A", // fewer than it says
                "0000 0000", // none
                "0003 0001 000A", // no such segment
                "0002 0001 0000 0000", // itself
                "0000 0001 000A 0002 0001 0006 0000" // again what says again
            })
    void segments_that_make_no_table_are_refused(String segments) {
        var image = segmented(8, segments).put(pixels("00 00")).build();
        assertThatThrownBy(() -> ColourPixels.of(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN))
                .isInstanceOf(UnableToReadPixels.class);
    }

    @Test
    void grey_and_unknown_colours_are_refused() {
        var grey = image("MONOCHROME2")
                .set(Tags.SAMPLES_PER_PIXEL, 1)
                .put(pixels("01 02"))
                .build();
        var unknown = image("CIELAB").put(pixels("01 02 03 04 05 06")).build();
        assertThatThrownBy(() -> ColourPixels.of(grey, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN))
                .isInstanceOf(UnableToReadPixels.class);
        assertThatThrownBy(() -> ColourPixels.of(unknown, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN))
                .isInstanceOf(UnableToReadPixels.class)
                .hasMessageNotContaining("CIELAB");
    }

    private static int[] rgb(DataSetBuilder image) {
        return ColourPixels.of(image.build(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)
                .frame(0);
    }

    private static DataSetBuilder image(String photometric) {
        return DataSet.builder()
                .set(Tags.SAMPLES_PER_PIXEL, 3)
                .set(Tags.PHOTOMETRIC_INTERPRETATION, photometric)
                .set(Tags.ROWS, 1)
                .set(Tags.COLUMNS, 2)
                .set(Tags.BITS_ALLOCATED, 8)
                .set(Tags.BITS_STORED, 8)
                .set(Tags.HIGH_BIT, 7)
                .set(Tags.PIXEL_REPRESENTATION, 0);
    }

    private static DataSetBuilder palette(int entries, int first, int bits, String data) {
        return described(entries, first, bits)
                .put(table(Tags.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA, data))
                .put(table(Tags.GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA, data))
                .put(table(Tags.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA, data));
    }

    /** Segments in words, the high byte first, for readers. */
    private static DataSetBuilder segmented(int entries, String words) {
        var data = new StringBuilder();
        for (var word : words.split(" ", -1)) {
            data.append(word, 2, 4).append(' ').append(word, 0, 2).append(' ');
        }
        return described(entries, 0, 16)
                .put(table(
                        Tags.SEGMENTED_RED_PALETTE_COLOR_LOOKUP_TABLE_DATA,
                        data.toString().strip()))
                .put(table(
                        Tags.SEGMENTED_GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA,
                        data.toString().strip()))
                .put(table(
                        Tags.SEGMENTED_BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA,
                        data.toString().strip()));
    }

    private static DataSetBuilder described(int entries, int first, int bits) {
        return image("PALETTE COLOR")
                .set(Tags.SAMPLES_PER_PIXEL, 1)
                .set(Tags.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR, entries, first, bits)
                .set(Tags.GREEN_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR, entries, first, bits)
                .set(Tags.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR, entries, first, bits);
    }

    private static ValueElement pixels(String hex) {
        return table(Tags.PIXEL_DATA, hex);
    }

    private static ValueElement table(Tag tag, String hex) {
        return new ValueElement(
                tag, Vr.OW, Bytes.wrap(HexFormat.ofDelimiter(" ").parseHex(hex)), ByteOrder.LITTLE_ENDIAN);
    }
}
