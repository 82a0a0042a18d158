package dev.auricle.dicom.tls;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** What is in some files, to see whether they have changed. */
public record Fingerprint(String sha256) {
    /**
     * Of these files as they are now.
     *
     * @throws UnableToUseCertificate when one cannot be read
     */
    public static Fingerprint of(List<Path> files) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            // A digest of digests, so that what ends one file and begins the next makes a difference.
            for (var file : files) {
                digest.update(MessageDigest.getInstance("SHA-256").digest(Pem.bytes(file)));
            }
            return new Fingerprint(HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
