package dev.auricle.schemas.identity;

import dev.auricle.schemas.configuration.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA-256 with a site's secret: the same value always gets the same pseudonym, and without the secret nobody can
 * test a guess. What a value is (its domain: patient, study, UID) goes into the hash, so that equal values of different
 * kinds do not meet.
 */
public final class KeyedHash {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORT_BYTES = 16;

    private final SecretKeySpec key;

    /** Hashes with this secret. */
    public KeyedHash(Secret secret) {
        key = new SecretKeySpec(secret.value().getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** 128 bits of the hash as 32 hexadecimal digits. */
    public String hex(String domain, String value) {
        return HexFormat.of().formatHex(Arrays.copyOf(hash(domain, value), SHORT_BYTES));
    }

    /** 128 bits of the hash as a UUID of version 8 (RFC 9562, 5.8). */
    public UUID uuid(String domain, String value) {
        var bytes = ByteBuffer.wrap(hash(domain, value));
        long high = (bytes.getLong() & ~0xf000L) | 0x8000L;
        long low = (bytes.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private byte[] hash(String domain, String value) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(domain.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }
}
