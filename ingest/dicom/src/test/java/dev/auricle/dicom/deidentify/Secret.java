package dev.auricle.dicom.deidentify;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Pseudonyms by HMAC-SHA-256, as a site has them. */
record Secret(String key) implements Pseudonyms {
    static final Secret NORTH = new Secret("north-north-north");
    static final Secret SOUTH = new Secret("south-south-south");

    @Override
    public String hex(String kind, String value) {
        return HexFormat.of().formatHex(hash(kind, value), 0, 16);
    }

    @Override
    public UUID uuid(String kind, String value) {
        var bytes = ByteBuffer.wrap(hash(kind, value));
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private byte[] hash(String kind, String value) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal((kind + "\0" + value).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
