package dev.auricle.dicom.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.SharedData;
import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.dictionary.DicomException;
import dev.auricle.dicom.dictionary.TransferSyntax;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever becomes of a file's bytes, the reader parses or refuses them; anything else thrown fails the test. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MutationTest {
    private static final int MUTATIONS = 5_000;
    private static final long SMALL = 8_192;
    private static final ReadLimits LIMITS = ReadLimits.DEFAULT.withTotal(1 << 20);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void a_mutated_file_is_parsed_or_refused(long seed) throws IOException {
        // Given
        var files = smallFiles();
        var random = new Random(seed);
        int parsed = 0;
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            var bytes = mutated(files.get(random.nextInt(files.size())), random);
            try {
                // When
                DicomFile.read(Bytes.wrap(bytes), LIMITS).write(new ByteArrayOutputStream());
                parsed++;
            } catch (DicomException e) {
                refused++;
            }
        }
        // Then
        assertThat(parsed).isPositive();
        assertThat(refused).isPositive();
        assertThat(parsed + refused).isEqualTo(MUTATIONS);
    }

    private static byte[] mutated(byte[] original, Random random) {
        var bytes = original.clone();
        for (int i = random.nextInt(8); i >= 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes[at] = (byte) 0xFF;
                default -> System.arraycopy(original, at, bytes, 0, Math.min(64, bytes.length - at));
            }
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }

    private static List<byte[]> smallFiles() throws IOException {
        var files = new ArrayList<byte[]>();
        for (Path path : SharedData.files("dicom_corpus")) {
            if (Files.size(path) > 0
                    && Files.size(path) <= SMALL
                    && !path.toString().endsWith(".txt")) {
                files.add(Files.readAllBytes(path));
            }
        }
        for (long seed = 1; seed <= 10; seed++) {
            var dataSet = new RandomDataSets(seed).next();
            files.add(DataSetWriter.write(dataSet, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN)
                    .toArray());
            files.add(DataSetWriter.write(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)
                    .toArray());
        }
        files.removeIf(file -> file.length == 0);
        return files;
    }
}
