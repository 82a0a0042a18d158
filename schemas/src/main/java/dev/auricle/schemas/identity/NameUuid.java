package dev.auricle.schemas.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;

/**
 * Name-based UUIDs, version 5 (RFC 9562, 5.5): the same name gives the same UUID on every machine and every try.
 *
 * <p>Everything delivered is named this way, so that delivering twice is the same as delivering once.
 */
public final class NameUuid {
    /** Auricle's own name space: the UUIDv5 of {@code auricle.dev} in the DNS name space. */
    public static final UUID NAMESPACE = in(UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "auricle.dev");

    private static final int VERSION_BITS = 0x5000;
    private static final int VERSION_MASK = 0x0fff;
    private static final long VARIANT_BITS = 0x8000_0000_0000_0000L;
    private static final long VARIANT_MASK = 0x3fff_ffff_ffff_ffffL;

    private NameUuid() {}

    /** The UUID of the parts in Auricle's name space; parts are joined by a character that none of them may hold. */
    public static UUID of(String... parts) {
        for (var part : parts) {
            if (part.indexOf('\n') >= 0) {
                throw new IllegalArgumentException("a part of a name holds a line break");
            }
        }
        return in(NAMESPACE, String.join("\n", parts));
    }

    /** The UUID of a name in a name space. */
    public static UUID in(UUID namespace, String name) {
        var text = name.getBytes(StandardCharsets.UTF_8);
        var input = ByteBuffer.allocate(16 + text.length)
                .putLong(namespace.getMostSignificantBits())
                .putLong(namespace.getLeastSignificantBits())
                .put(text);
        var hash = ByteBuffer.wrap(sha1().digest(input.array()));
        long high = hash.getLong();
        long low = hash.getLong();
        return new UUID((high & ~0xffffL) | (high & VERSION_MASK) | VERSION_BITS, (low & VARIANT_MASK) | VARIANT_BITS);
    }

    private static MessageDigest sha1() {
        return Sha256.digest("SHA-1");
    }
}
