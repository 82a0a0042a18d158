package dev.auricle.dicom.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** Files as they lie about in hospitals: certificates and keys between lines of dashes (RFC 7468). */
final class Pem {
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN ([A-Z ]*)PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END [A-Z ]*PRIVATE KEY-----");

    /** A private key (RFC 5958), encrypted or not. */
    record Key(boolean encrypted, String base64) {
        byte[] encoded() {
            return Base64.getMimeDecoder().decode(base64);
        }
    }

    private Pem() {}

    /** All certificates of a file, in its order; at least one. */
    static List<X509Certificate> certificates(Path file) {
        try {
            var found =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(new ByteArrayInputStream(bytes(file)))
                            .stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            if (found.isEmpty()) {
                throw new UnableToUseCertificate(file, "there is no certificate in it");
            }
            return found;
        } catch (CertificateException malformed) {
            throw new UnableToUseCertificate(file, "these are no certificates in PEM", malformed);
        }
    }

    static Key key(Path file) {
        var found = KEY.matcher(new String(bytes(file), StandardCharsets.ISO_8859_1));
        if (!found.find()) {
            throw new UnableToUseCertificate(file, "there is no private key in PEM in it");
        }
        var kind = found.group(1).strip();
        if (!kind.isEmpty() && !kind.equals("ENCRYPTED")) {
            throw new UnableToUseCertificate(
                    file, "the key is in an older form; `openssl pkcs8 -topk8 -in OLD -out NEW` makes one in PKCS #8");
        }
        return new Key(!kind.isEmpty(), found.group(2));
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UnableToUseCertificate(file, "is not there or cannot be read", unreadable);
        }
    }
}
