package dev.auricle.dicom.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DecodersTest {
    private static final int MUTATIONS = 1_000;
    private static final int HEADER = 120;

    @ParameterizedTest
    @EnumSource
    void a_stream_becomes_what_was_compressed(Streams stream) {
        // When
        var values = stream.values(stream.decoder().decode(stream.bytes(), stream.format()));
        // Then
        var hills = stream.hills();
        for (int i = 0; i < hills.length; i++) {
            assertThat(Math.abs(values[i] - hills[i])).isLessThanOrEqualTo(stream.near());
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_image_of_another_size_than_announced_is_refused(Streams stream) {
        var format = stream.format();
        for (var other : new FrameFormat[] {
            new FrameFormat(format.rows() + 1, format.columns(), format.samples(), format.allocated()),
            new FrameFormat(30_000, 30_000, 1, 8),
            new FrameFormat(format.rows(), format.columns(), 4 - format.samples(), format.allocated())
        }) {
            assertThatThrownBy(() -> stream.decoder().decode(stream.bytes(), other))
                    .isInstanceOf(UnableToDecode.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_stream_cut_off_is_refused_or_loses_nothing_but_its_end(Streams stream) {
        var whole = stream.bytes();
        int refused = 0;
        for (int length = 0; length < whole.length; length++) {
            refused += isDecoded(stream, Arrays.copyOf(whole, length)) ? 0 : 1;
        }
        assertThat(refused).isGreaterThan(whole.length / 2);
    }

    /** Whatever becomes of a stream's bytes, it is decoded or refused; anything else thrown fails the test. */
    @ParameterizedTest(name = "{0}, seed 1")
    @EnumSource
    void a_mutated_stream_is_decoded_or_refused(Streams stream) {
        assertThat(refused(stream, 1, MUTATIONS)).isBetween(1, MUTATIONS - 1);
    }

    private static int refused(Streams stream, long seed, int mutations) {
        var random = new Random(seed);
        var original = stream.bytes();
        int refused = 0;
        for (int i = 0; i < mutations; i++) {
            refused += isDecoded(stream, mutated(original, random)) ? 0 : 1;
        }
        return refused;
    }

    private static boolean isDecoded(Streams stream, byte[] bytes) {
        try {
            return stream.decoder().decode(bytes, stream.format()).length
                    == stream.format().bytes();
        } catch (UnableToDecode refused) {
            return false;
        }
    }

    private static byte[] mutated(byte[] original, Random random) {
        var bytes = original.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(random.nextBoolean() ? bytes.length : Math.min(HEADER, bytes.length));
            bytes[at] = (byte) (random.nextBoolean() ? random.nextInt(256) : bytes[at] ^ (1 << random.nextInt(8)));
        }
        return bytes;
    }
}
