package dev.auricle.dicom.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.syntax.ReadLimits;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever becomes of a text, the reader parses or refuses it; anything else thrown fails the test. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class JsonMutationTest {
    private static final int MUTATIONS = 50_000;
    private static final List<byte[]> TEXTS = List.of(
            text("[{'00080005':{'vr':'CS','Value':['ISO_IR 192']},'00100010':{'vr':'PN','Value':[{'Alphabetic':'A^B',"
                    + "'Ideographic':'王'},null]},'00280010':{'vr':'US','Value':[512]}}]"),
            text("{'00081115':{'vr':'SQ','Value':[{'00081199':{'vr':'SQ','Value':[{},{'00081155':{'vr':'UI',"
                    + "'Value':['1.2.3']}}]}}]},'7FE00010':{'vr':'OW','InlineBinary':'AAECAw=='}}"),
            text("{'00091001':{'vr':'FD','Value':[1e3,NaN,'-Infinity',0.5]},'00091002':{'vr':'UV','Value':"
                    + "['18446744073709551615',3]},'00091003':{'vr':'AT','Value':['7FE00010']},"
                    + "'00201041':{'vr':'DS','Value':[-0.33333333333333331,'+2']}}"));
    private static final byte[] STRUCTURE = "{}[],:\"\\0e-.".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void a_mutated_text_is_read_or_refused_and_what_is_read_can_be_written(long seed) {
        // Given
        var random = new Random(seed);
        var reader = new JsonReader(new ReadLimits(4, 1 << 10, 1 << 14), BulkDataResolver.none());
        var writer = new JsonWriter(BulkDataPlacement.inline());
        int read = 0;
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            var text = Bytes.wrap(mutated(TEXTS.get(random.nextInt(TEXTS.size())), random));
            try {
                // When
                var dataSets = reader.readAll(text);
                read++;
                // Then
                assertThat(reader.readAll(writer.toBytes(dataSets))).isEqualTo(dataSets);
            } catch (UnableToReadJson e) {
                refused++;
            }
        }
        assertThat(read).isPositive();
        assertThat(refused).isPositive();
        assertThat(read + refused).isEqualTo(MUTATIONS);
    }

    private static byte[] mutated(byte[] original, Random random) {
        var bytes = original.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes[at] = STRUCTURE[random.nextInt(STRUCTURE.length)];
                default -> System.arraycopy(original, at, bytes, 0, Math.min(32, bytes.length - at));
            }
        }
        return random.nextInt(8) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }

    private static byte[] text(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
