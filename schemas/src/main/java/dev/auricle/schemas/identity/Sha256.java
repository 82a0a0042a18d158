package dev.auricle.schemas.identity;

import com.google.protobuf.ByteString;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 of what is at hand. */
public final class Sha256 {
    private Sha256() {}

    /** A fresh digest, for bytes that come in pieces. */
    public static MessageDigest digest() {
        return digest("SHA-256");
    }

    /** The hash of all bytes, 32 bytes. */
    public static ByteString of(ByteString bytes) {
        var digest = digest();
        bytes.asReadOnlyByteBufferList().forEach(digest::update);
        return ByteString.copyFrom(digest.digest());
    }

    /** The hash of all bytes, 32 bytes. */
    public static ByteString of(byte[] bytes) {
        return ByteString.copyFrom(digest().digest(bytes));
    }

    static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has " + algorithm, impossible);
        }
    }
}
