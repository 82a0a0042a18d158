package dev.auricle.dicom.syntax;

import dev.auricle.dicom.dictionary.Vr;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Makes of good files bad ones, the same for the same seed: mostly where a header seems to stand. */
final class Mutator {
    private static final int MOST_CHANGES = 6;
    private static final int LONGEST_BLOCK = 96;
    private static final int[] LENGTHS = {0, 1, 2, 7, 8, 0xFFFE, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFE, 0xFFFFFFFF
    };
    private static final List<Vr> REPRESENTATIONS = List.of(Vr.values());
    private static final int[] DELIMITERS = {0xE000, 0xE00D, 0xE0DD};

    private final List<byte[]> files;

    Mutator(List<byte[]> files) {
        this.files = List.copyOf(files);
    }

    byte[] mutation(long seed) {
        var random = new Random(seed);
        var bytes = any(random);
        for (int i = random.nextInt(MOST_CHANGES); i >= 0; i--) {
            bytes = bytes.length == 0 ? bytes : changed(bytes, random);
        }
        return bytes;
    }

    private byte[] changed(byte[] bytes, Random random) {
        int at = place(bytes, random);
        return switch (random.nextInt(10)) {
            case 0 -> replaced(bytes, at, new byte[] {(byte) (bytes[at] ^ (1 << random.nextInt(8)))});
            case 1 -> replaced(bytes, at, new byte[] {(byte) random.nextInt(256)});
            case 2 -> replaced(bytes, at + 4, length(random));
            case 3 -> replaced(bytes, at + 6, Arrays.copyOf(length(random), 2));
            case 4 -> replaced(bytes, at + 8, length(random));
            case 5 -> replaced(bytes, at + 4, representation(random));
            case 6 -> Arrays.copyOf(bytes, at);
            case 7 -> joined(bytes, at, delimiter(random), at);
            case 8 -> joined(bytes, at, block(any(random), random), random.nextBoolean() ? at : place(bytes, random));
            default -> joined(bytes, at, block(bytes, random), at);
        };
    }

    private byte[] any(Random random) {
        return files.get(random.nextInt(files.size()));
    }

    /** Every other time where a tag and a representation seem to begin. */
    private static int place(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        return random.nextBoolean()
                ? at
                : IntStream.range(at, Math.min(at + LONGEST_BLOCK, bytes.length - 6))
                        .filter(i -> Vr.ofCode(bytes[i + 4], bytes[i + 5]).isPresent())
                        .findFirst()
                        .orElse(at);
    }

    private static byte[] length(Random random) {
        return ByteBuffer.allocate(4)
                .order(random.nextInt(8) == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN)
                .putInt(LENGTHS[random.nextInt(LENGTHS.length)])
                .array();
    }

    private static byte[] representation(Random random) {
        var code = REPRESENTATIONS.get(random.nextInt(REPRESENTATIONS.size())).name();
        return new byte[] {(byte) code.charAt(0), (byte) code.charAt(1)};
    }

    private static byte[] delimiter(Random random) {
        return ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 0xFFFE)
                .putShort((short) DELIMITERS[random.nextInt(DELIMITERS.length)])
                .put(random.nextBoolean() ? new byte[4] : length(random))
                .array();
    }

    /** An element of an explicit encoding, for example, to stand there twice. */
    private static byte[] block(byte[] bytes, Random random) {
        if (bytes.length == 0) {
            return bytes;
        }
        int from = place(bytes, random);
        return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + 1 + random.nextInt(LONGEST_BLOCK)));
    }

    private static byte[] replaced(byte[] bytes, int at, byte[] by) {
        return at + by.length > bytes.length ? bytes : joined(bytes, at, by, at + by.length);
    }

    /** The front up to one index, the middle, and the end from another. */
    private static byte[] joined(byte[] bytes, int front, byte[] middle, int end) {
        var joined = new ByteArrayOutputStream(bytes.length + middle.length);
        joined.write(bytes, 0, front);
        joined.writeBytes(middle);
        joined.write(bytes, end, bytes.length - end);
        return joined.toByteArray();
    }
}
