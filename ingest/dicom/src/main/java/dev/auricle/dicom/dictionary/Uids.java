package dev.auricle.dicom.dictionary;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.regex.Pattern;

/** Unique identifiers: their form, their names, and making them (PS3.5, section 9 and annex B). */
public final class Uids {
    private static final int LONGEST = 64;
    private static final Pattern FORM = Pattern.compile("(0|[1-9][0-9]*)(\\.(0|[1-9][0-9]*))+");

    private Uids() {}

    /** Whether the text is a UID as PS3.5 section 9.1 wants it: at most 64 characters, no leading zeros. */
    public static boolean isValid(String uid) {
        return uid.length() <= LONGEST && FORM.matcher(uid).matches();
    }

    /** The UID {@code 2.25.} followed by the UUID as a decimal number (PS3.5, B.2): needs no registered root. */
    public static String fromUuid(UUID uuid) {
        var bytes = ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
        return "2.25." + new BigInteger(1, bytes);
    }

    /** What the standard calls a transfer syntax or SOP class; the UID itself where it is not one we know. */
    public static String name(String uid) {
        return TransferSyntax.of(uid)
                .map(TransferSyntax::title)
                .or(() -> SopClass.of(uid).map(SopClass::title))
                .orElse(uid);
    }
}
