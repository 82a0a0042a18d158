package dev.auricle.dicom.deidentify;

import dev.auricle.dicom.data.Bytes;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Finds any of some sequences of bytes; small and capital letters A to Z are the same. */
final class BytePatterns {
    private static final byte[][] NONE = new byte[0][];

    private final byte[][][] byFirst = new byte[256][][];

    BytePatterns(List<byte[]> patterns) {
        Arrays.fill(byFirst, NONE);
        patterns.stream()
                .collect(Collectors.groupingBy(pattern -> folded(pattern[0])))
                .forEach((first, same) -> byFirst[first] = same.toArray(byte[][]::new));
    }

    boolean areIn(Bytes value) {
        for (int i = 0; i < value.size(); i++) {
            for (var pattern : byFirst[folded(value.at(i))]) {
                if (isAt(value, i, pattern)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isAt(Bytes value, int start, byte[] pattern) {
        if (start + pattern.length > value.size()) {
            return false;
        }
        for (int i = 1; i < pattern.length; i++) {
            if (folded(value.at(start + i)) != folded(pattern[i])) {
                return false;
            }
        }
        return true;
    }

    private static int folded(int value) {
        int unsigned = value & 0xFF;
        return unsigned >= 'A' && unsigned <= 'Z' ? unsigned + 'a' - 'A' : unsigned;
    }
}
