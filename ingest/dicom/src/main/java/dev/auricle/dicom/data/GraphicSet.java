package dev.auricle.dicom.data;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The sets of graphic characters that text can switch to by an escape sequence (ISO 2022; PS3.3, tables C.12-3 and
 * C.12-4). A set stands in the left half of the code table, bytes up to 7F, or in the right, bytes from 80 on.
 */
enum GraphicSet {
    ASCII("US-ASCII", Half.LEFT, 1, "(B"),
    ROMAJI("JIS_X0201", Half.LEFT, 1, "(J"),
    KATAKANA("JIS_X0201", Half.RIGHT, 1, ")I"),
    LATIN_1("ISO-8859-1", Half.RIGHT, 1, "-A"),
    LATIN_2("ISO-8859-2", Half.RIGHT, 1, "-B"),
    LATIN_3("ISO-8859-3", Half.RIGHT, 1, "-C"),
    LATIN_4("ISO-8859-4", Half.RIGHT, 1, "-D"),
    LATIN_5("ISO-8859-9", Half.RIGHT, 1, "-M"),
    LATIN_9("ISO-8859-15", Half.RIGHT, 1, "-b"),
    GREEK("ISO-8859-7", Half.RIGHT, 1, "-F"),
    ARABIC("ISO-8859-6", Half.RIGHT, 1, "-G"),
    HEBREW("ISO-8859-8", Half.RIGHT, 1, "-H"),
    CYRILLIC("ISO-8859-5", Half.RIGHT, 1, "-L"),
    THAI("TIS-620", Half.RIGHT, 1, "-T"),
    KANJI("x-JIS0208", Half.LEFT, 2, "$B"),
    SUPPLEMENTARY_KANJI("JIS_X0212-1990", Half.LEFT, 2, "$(D"),
    HANGUL("EUC-KR", Half.RIGHT, 2, "$)C"),
    HANZI("GB2312", Half.RIGHT, 2, "$)A");

    /** Which bytes a set has: those up to 7F or those from 80 on. */
    enum Half {
        LEFT,
        RIGHT;

        static Half of(int code) {
            return code < 0x80 ? LEFT : RIGHT;
        }
    }

    static final int ESCAPE = 0x1B;

    private final Charset charset;
    private final Half half;
    private final int width;
    private final String escape;

    GraphicSet(String charset, Half half, int width, String escape) {
        this.charset = Charset.forName(charset);
        this.half = half;
        this.width = width;
        this.escape = (char) ESCAPE + escape;
    }

    /** The set whose escape sequence stands at the position, if it is one of these. */
    static Optional<GraphicSet> escapedAt(Bytes text, int position) {
        return Arrays.stream(values())
                .filter(set -> set.standsAt(text, position))
                .findFirst();
    }

    private boolean standsAt(Bytes text, int position) {
        int end = Math.min(position + escape.length(), text.size());
        return text.slice(position, end).string(StandardCharsets.US_ASCII).equals(escape);
    }

    /** Reads this set; of a right half also ASCII, or its like, in the left. */
    Charset charset() {
        return charset;
    }

    Half half() {
        return half;
    }

    /** Bytes of one character. */
    int width() {
        return width;
    }

    byte[] escape() {
        return escape.getBytes(StandardCharsets.US_ASCII);
    }

    /** The bytes of the character, if it is in this set and nothing else is written as the same bytes. */
    Optional<byte[]> encode(int character) {
        var bytes = Character.toString(character).getBytes(charset);
        return isOurs(bytes, character) ? Optional.of(bytes) : Optional.empty();
    }

    private boolean isOurs(byte[] bytes, int character) {
        return bytes.length == width
                && Half.of(bytes[0] & 0xFF) == half
                && new String(bytes, charset).equals(Character.toString(character));
    }
}
