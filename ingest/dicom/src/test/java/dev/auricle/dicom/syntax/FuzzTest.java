package dev.auricle.dicom.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.auricle.dicom.SharedData;
import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.SequenceElement;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.dictionary.DicomException;
import dev.auricle.dicom.dictionary.TransferSyntax;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * Whatever becomes of a file's bytes, they are read or refused, in bounded memory; anything else thrown fails the test.
 * By hand with as many mutations as wanted: {@code -Dtest=FuzzTest -Dauricle.fuzz.count=1000000 -Dauricle.fuzz.seed=1}.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FuzzTest {
    private static final long COUNT = Long.getLong("auricle.fuzz.count", 10_000);
    private static final long FIRST_SEED = Long.getLong("auricle.fuzz.seed", 1);
    private static final long LARGEST_FILE = 32_768;
    private static final ReadLimits LIMITS = ReadLimits.DEFAULT.withTotal(1 << 20);
    private static final List<Function<Value, ?>> READINGS =
            List.of(Value::strings, Value::numbers, Value::integers, Value::tags, Value::date, Value::time);
    private static final long MOST_ALLOCATED = 64L << 20;

    @Test
    void a_mutated_file_is_read_and_written_or_refused_in_bounded_memory() throws IOException {
        // Given
        var mutator = new Mutator(files());
        long read = 0;
        for (long seed = FIRST_SEED; seed < FIRST_SEED + COUNT; seed++) {
            long before = allocated();
            // When
            read += isRead(mutator.mutation(seed), seed) ? 1 : 0;
            // Then
            assertThat(allocated() - before).as("allocated for seed %d", seed).isLessThan(MOST_ALLOCATED);
        }
        assertThat(read).isBetween(1L, COUNT - 1);
    }

    private static boolean isRead(byte[] bytes, long seed) throws IOException {
        try {
            var file = DicomFile.read(Bytes.wrap(bytes), LIMITS);
            assertWrittenAsRead(file, seed);
            decode(file.dataSet(), new Random(seed));
            StreamCopy.copy(new ByteArrayInputStream(bytes), new ByteArrayOutputStream(), LIMITS);
            return true;
        } catch (DicomException refusal) {
            assertStreamIsReadOrRefused(bytes);
            return false;
        }
    }

    /** Not always byte for byte: what stood there twice or out of order does not do so again. */
    private static void assertWrittenAsRead(DicomFile file, long seed) {
        var written = DataSetWriter.write(file.dataSet(), file.transferSyntax());
        var again = new DataSetReader(ReadLimits.DEFAULT).read(written, file.transferSyntax());
        assertThat(again).as("read again after seed %d", seed).isEqualTo(file.dataSet());
    }

    private static void assertStreamIsReadOrRefused(byte[] bytes) throws IOException {
        try {
            StreamCopy.copy(new ByteArrayInputStream(bytes), new ByteArrayOutputStream(), LIMITS);
        } catch (DicomException refusal) {
            assertThat(refusal).hasMessageNotContaining("null");
        }
    }

    /** Each value in one way of all, whether or not it fits. */
    private static void decode(DataSet dataSet, Random random) {
        dataSet.elements().forEach(element -> {
            dataSet.find(element.tag())
                    .ifPresent(value -> decode(value, READINGS.get(random.nextInt(READINGS.size()))));
            if (element instanceof SequenceElement) {
                dataSet.items(element.tag()).forEach(item -> decode(item, random));
            }
        });
    }

    private static void decode(Value value, Function<Value, ?> reading) {
        try {
            Objects.requireNonNull(reading.apply(value));
        } catch (DicomException refusal) {
            assertThat(refusal).hasMessageStartingWith(value.tag().toString());
        }
    }

    private static List<byte[]> files() throws IOException {
        var files = new ArrayList<byte[]>();
        for (Path path : SharedData.files("dicom_corpus")) {
            if (Files.size(path) <= LARGEST_FILE && !path.toString().matches(".*\\.(txt|md|csv)")) {
                files.add(Files.readAllBytes(path));
            }
        }
        LongStream.rangeClosed(1, 10)
                .mapToObj(seed -> new RandomDataSets(seed).next())
                .forEach(dataSet -> {
                    for (var syntax : TransferSyntax.values()) {
                        if (!syntax.isEncapsulated()) {
                            files.add(DataSetWriter.write(dataSet, syntax).toArray());
                        }
                    }
                });
        files.removeIf(file -> file.length == 0);
        return files;
    }

    /** Bytes this thread has allocated, whether or not they were collected. */
    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
