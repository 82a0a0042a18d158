package dev.auricle.dicom.network;

import io.vertx.core.buffer.Buffer;
import java.util.Arrays;
import java.util.Random;

/** Damages bytes as networks, peers and people with intentions do. The same random numbers do the same damage. */
final class Mutation {
    private static final int[] EXTREMES = {0, 1, 4, 6, 0x7FFF, 0xFFFF, 0x10000, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF};

    private Mutation() {}

    static byte[] of(byte[] original, Random random) {
        var bytes = original.clone();
        for (int i = random.nextInt(4); i >= 0 && bytes.length > 8; i--) {
            bytes = once(bytes, random);
        }
        return bytes;
    }

    private static byte[] once(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length - 4);
        switch (random.nextInt(7)) {
            case 0 -> bytes[at] = (byte) random.nextInt(256);
            case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 2 -> put(bytes, at, EXTREMES[random.nextInt(EXTREMES.length)]);
            case 3 -> bytes[at] = (byte) random.nextInt(10);
            case 4 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 5 -> {
                return without(bytes, at, at + random.nextInt(bytes.length - at));
            }
            default -> {
                return twice(bytes, at, at + random.nextInt(bytes.length - at));
            }
        }
        return bytes;
    }

    private static void put(byte[] bytes, int at, int value) {
        for (int i = 0; i < 4; i++) {
            bytes[at + i] = (byte) (value >>> (24 - 8 * i));
        }
    }

    private static byte[] without(byte[] bytes, int from, int to) {
        return Buffer.buffer()
                .appendBytes(bytes, 0, from)
                .appendBytes(bytes, to, bytes.length - to)
                .getBytes();
    }

    private static byte[] twice(byte[] bytes, int from, int to) {
        return Buffer.buffer()
                .appendBytes(bytes, 0, to)
                .appendBytes(bytes, from, bytes.length - from)
                .getBytes();
    }
}
