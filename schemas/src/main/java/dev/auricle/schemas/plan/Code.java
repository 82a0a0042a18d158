package dev.auricle.schemas.plan;

/**
 * A coded concept (PS3.3, 8).
 *
 * @param value code value, such as {@code 82471001}
 * @param scheme coding scheme designator, such as {@code SCT}
 * @param meaning code meaning, such as {@code Left atrium}
 */
public record Code(String value, String scheme, String meaning) {
    private static final int LONGEST_SHORT_STRING = 16;
    private static final int LONGEST_LONG_STRING = 64;

    /** Refuses what no Code Sequence can hold. */
    public Code {
        requireLength("value", value, LONGEST_SHORT_STRING);
        requireLength("scheme", scheme, LONGEST_SHORT_STRING);
        requireLength("meaning", meaning, LONGEST_LONG_STRING);
    }

    private static void requireLength(String what, String text, int longest) {
        if (text.isBlank() || text.length() > longest) {
            throw new IllegalArgumentException(what + " '" + text + "' must have 1 to " + longest + " characters");
        }
    }
}
