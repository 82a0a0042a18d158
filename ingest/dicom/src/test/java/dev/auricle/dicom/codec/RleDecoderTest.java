package dev.auricle.dicom.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RleDecoderTest {
    private static final FrameFormat FOUR_BYTES = new FrameFormat(1, 4, 1, 8);

    @ParameterizedTest
    @ValueSource(strings = {"03 01 02 02 02", "00 01 FE 02", "80 00 01 80 FE 02 00", "01 01 02 F0 02"})
    void runs_and_literals_make_the_same_bytes(String packed) {
        assertThat(new RleDecoder().decode(frame(packed), FOUR_BYTES)).containsExactly(1, 2, 2, 2);
    }

    @Test
    void segments_are_the_bytes_of_samples_the_highest_first() {
        // Given: two pixels of 16 bits
        var format = new FrameFormat(1, 2, 1, 16);
        // When
        var cells = new RleDecoder().decode(frame("01 01 02", "01 0A 0B"), format);
        // Then
        assertThat(cells).containsExactly(0x0A, 1, 0x0B, 2);
    }

    @Test
    void colours_come_pixel_by_pixel() {
        // Given
        var format = new FrameFormat(1, 2, 3, 8);
        // When
        var cells = new RleDecoder().decode(frame("01 01 02", "01 11 12", "01 21 22"), format);
        // Then
        assertThat(cells).containsExactly(0x01, 0x11, 0x21, 0x02, 0x12, 0x22);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "03 01 02 02", "FE", "80 80 80 80", "00 01"})
    void a_segment_that_ends_too_early_is_refused(String packed) {
        assertThatThrownBy(() -> new RleDecoder().decode(frame(packed), FOUR_BYTES))
                .isInstanceOf(UnableToDecode.class);
    }

    @Test
    void a_header_that_does_not_fit_is_refused() {
        var one = frame("03 01 02 02 02");
        assertThatThrownBy(() -> new RleDecoder().decode(one, new FrameFormat(1, 2, 1, 16)))
                .isInstanceOf(UnableToDecode.class)
                .hasMessage("1 RLE segments where there should be 2");
        assertThatThrownBy(() -> new RleDecoder().decode(new byte[63], FOUR_BYTES))
                .isInstanceOf(UnableToDecode.class);
        one[5] = 1;
        assertThatThrownBy(() -> new RleDecoder().decode(one, FOUR_BYTES))
                .isInstanceOf(UnableToDecode.class)
                .hasMessage("RLE segment 0 lies outside the frame");
    }

    private static byte[] frame(String... segments) {
        var frame = ByteBuffer.allocate(1024).order(ByteOrder.LITTLE_ENDIAN);
        frame.putInt(0, segments.length).position(64);
        for (int i = 0; i < segments.length; i++) {
            frame.putInt(4 * (i + 1), frame.position());
            if (!segments[i].isEmpty()) {
                frame.put(HexFormat.ofDelimiter(" ").parseHex(segments[i]));
            }
        }
        return Arrays.copyOf(frame.array(), frame.position());
    }
}
