package dev.auricle.dicom.tls;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;

/**
 * A private key and the certificates that vouch for it, in files: two in PEM, or one PKCS #12 with everything in it.
 *
 * @param certificates the key's own certificate first, then those that signed it; or the PKCS #12
 * @param key in PKCS #8, encrypted or not; absent with PKCS #12
 * @param password of the key or of the PKCS #12; empty: none
 */
public record Credential(Path certificates, Optional<Path> key, String password) {
    /** RFC 9325, 4.5. */
    private static final int SHORTEST_RSA = 2048;

    private static final byte SAMPLE = 1;

    /**
     * Reads the files.
     *
     * @throws UnableToUseCertificate when no peer could believe what is in them
     */
    public KeyManagerFactory keyManagers() {
        var pair = key.map(file -> KeyFiles.readPem(certificates, file, password))
                .orElseGet(() -> KeyFiles.readPkcs12(certificates, password));
        var own = pair.chain().get(0);
        requireValid(own);
        requireLong(own.getPublicKey());
        requireMatch(pair);
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("own", pair.key(), new char[0], pair.chain().toArray(X509Certificate[]::new));
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(store, new char[0]);
            return managers;
        } catch (GeneralSecurityException | IOException refused) {
            throw new UnableToUseCertificate(certificates, "Java does not take the key", refused);
        }
    }

    /** What the credential is read from. */
    public List<Path> files() {
        return Stream.concat(Stream.of(certificates), key.stream()).toList();
    }

    private void requireValid(X509Certificate own) {
        try {
            own.checkValidity();
        } catch (CertificateExpiredException over) {
            throw new UnableToUseCertificate(
                    certificates,
                    "the certificate has expired on " + own.getNotAfter().toInstant(),
                    over);
        } catch (CertificateNotYetValidException early) {
            throw new UnableToUseCertificate(
                    certificates,
                    "the certificate is valid only from " + own.getNotBefore().toInstant(),
                    early);
        }
    }

    private void requireLong(PublicKey known) {
        if (known instanceof RSAKey rsa && rsa.getModulus().bitLength() < SHORTEST_RSA) {
            throw new UnableToUseCertificate(certificates, "an RSA key has at least " + SHORTEST_RSA + " bits");
        }
    }

    /** What the key signs, the certificate must verify: a pair of files from two renewals does not. */
    private void requireMatch(KeyFiles.KeyPair pair) {
        try {
            var known = pair.chain().get(0).getPublicKey();
            var signature = Signature.getInstance(
                    switch (known.getAlgorithm()) {
                        case "RSA" -> "SHA256withRSA";
                        case "EC" -> "SHA256withECDSA";
                        default -> known.getAlgorithm();
                    });
            signature.initSign(pair.key());
            signature.update(SAMPLE);
            var signed = signature.sign();
            signature.initVerify(known);
            signature.update(SAMPLE);
            if (!signature.verify(signed)) {
                throw new UnableToUseCertificate(certificates, "the certificate is not the one of the key");
            }
        } catch (GeneralSecurityException other) {
            throw new UnableToUseCertificate(certificates, "the certificate is not the one of the key", other);
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "Credential" + files();
    }
}
