package dev.auricle.dicom.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.FragmentsElement;
import dev.auricle.dicom.data.ValueElement;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.Vr;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Fragments are of two bytes where not said otherwise, so that they lie 10 bytes apart. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EncapsulatedFramesTest {
    @Test
    void the_basic_offset_table_tells_which_fragments_make_a_frame() {
        // Given
        var pixels = pixels(table(0, 20), "01 02", "03 04", "05 06");
        // When
        var frames = EncapsulatedFrames.of(DataSet.EMPTY, pixels, 2);
        // Then
        assertThat(frames.frame(0)).containsExactly(1, 2, 3, 4);
        assertThat(frames.frame(1)).containsExactly(5, 6);
    }

    @Test
    void the_extended_offset_table_goes_before_the_basic_one() {
        // Given
        var longs = ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(0)
                .putLong(10);
        var image = DataSet.builder()
                .put(new ValueElement(
                        Tags.EXTENDED_OFFSET_TABLE, Vr.OV, Bytes.wrap(longs.array()), ByteOrder.LITTLE_ENDIAN))
                .build();
        // When
        var frames = EncapsulatedFrames.of(image, pixels(table(0, 20), "01 02", "03 04", "05 06"), 2);
        // Then
        assertThat(frames.frame(0)).containsExactly(1, 2);
        assertThat(frames.frame(1)).containsExactly(3, 4, 5, 6);
    }

    @Test
    void without_a_table_every_fragment_is_a_frame_or_all_are_one() {
        var pixels = pixels(table(), "01 02", "03 04");
        assertThat(EncapsulatedFrames.of(DataSet.EMPTY, pixels, 2).frame(1)).containsExactly(3, 4);
        assertThat(EncapsulatedFrames.of(DataSet.EMPTY, pixels, 1).frame(0)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void without_a_table_a_frame_begins_where_a_stream_does() {
        // Given: a JPEG-LS and a JPEG 2000 stream, the first in two fragments
        var pixels = pixels(table(), "FF D8 FF F7", "01 02", "FF 4F FF 51");
        // When
        var frames = EncapsulatedFrames.of(DataSet.EMPTY, pixels, 2);
        // Then
        assertThat(frames.frame(0)).hasSize(6);
        assertThat(frames.frame(1)).hasSize(4);
    }

    @Test
    void a_table_that_points_between_fragments_is_not_believed() {
        var pixels = pixels(table(0, 7), "01 02", "03 04");
        assertThat(EncapsulatedFrames.of(DataSet.EMPTY, pixels, 2).frame(1)).containsExactly(3, 4);
    }

    @Test
    void fragments_that_make_no_frames_are_refused() {
        assertThatThrownBy(() -> EncapsulatedFrames.of(DataSet.EMPTY, pixels(table(), "01 02", "03 04"), 3))
                .isInstanceOf(UnableToDecode.class)
                .hasMessageStartingWith("2 fragments do not make 3 frames");
        assertThatThrownBy(() -> EncapsulatedFrames.of(DataSet.EMPTY, pixels(table()), 1))
                .isInstanceOf(UnableToDecode.class);
        assertThatThrownBy(() -> EncapsulatedFrames.of(DataSet.EMPTY, pixels(table(0, 0), "01", "02", "03"), 2))
                .isInstanceOf(UnableToDecode.class);
    }

    private static FragmentsElement pixels(Bytes table, String... fragments) {
        var all = Stream.concat(
                        Stream.of(table),
                        Arrays.stream(fragments)
                                .map(hex ->
                                        Bytes.wrap(HexFormat.ofDelimiter(" ").parseHex(hex))))
                .toList();
        return new FragmentsElement(Tags.PIXEL_DATA, Vr.OB, all);
    }

    private static Bytes table(int... offsets) {
        var words = ByteBuffer.allocate(4 * offsets.length).order(ByteOrder.LITTLE_ENDIAN);
        Arrays.stream(offsets).forEach(words::putInt);
        return Bytes.wrap(words.array());
    }
}
