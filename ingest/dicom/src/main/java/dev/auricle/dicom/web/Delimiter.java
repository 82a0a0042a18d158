package dev.auricle.dicom.web;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What stands between parts. It is looked for after Horspool (Practical fast searching in strings, 1980): the byte under
 * its end says how far it may be moved, mostly its whole length.
 */
final class Delimiter {
    private final byte[] bytes;
    private final int[] moves = new int[256];

    Delimiter(String text) {
        bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        Arrays.fill(moves, bytes.length);
        for (int i = 0; i < bytes.length - 1; i++) {
            moves[bytes[i] & 0xFF] = bytes.length - 1 - i;
        }
    }

    int length() {
        return bytes.length;
    }

    /** Where it stands first; negative where it does not. */
    int indexIn(Buffer text) {
        int last = text.length() - bytes.length;
        int at = 0;
        while (at <= last) {
            if (isAt(text, at, bytes.length)) {
                return at;
            }
            at += moves[text.getByte(at + bytes.length - 1) & 0xFF];
        }
        return -1;
    }

    /** How many of the last bytes of the text may be the beginning of it, with more to come. */
    int beginningAtEndOf(Buffer text) {
        int length = Math.min(bytes.length - 1, text.length());
        while (length > 0 && !isAt(text, text.length() - length, length)) {
            length--;
        }
        return length;
    }

    private boolean isAt(Buffer text, int at, int length) {
        for (int i = 0; i < length; i++) {
            if (text.getByte(at + i) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
