package dev.auricle.dicom.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.KeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Reads the files of a {@link Credential}, either kind, and says in one sentence what is wrong with them. */
final class KeyFiles {
    /** A private key and its certificates, its own first. */
    record KeyPair(PrivateKey key, List<X509Certificate> chain) {}

    private KeyFiles() {}

    static KeyPair readPem(Path certificates, Path key, String password) {
        var chain = Pem.certificates(certificates);
        var algorithm = chain.get(0).getPublicKey().getAlgorithm();
        try {
            return new KeyPair(KeyFactory.getInstance(algorithm).generatePrivate(spec(key, password)), chain);
        } catch (InvalidKeySpecException other) {
            throw new UnableToUseCertificate(key, "the key is not the one of " + certificates, other);
        } catch (GeneralSecurityException unknown) {
            throw new UnableToUseCertificate(key, "this kind of key is not known: " + algorithm, unknown);
        }
    }

    private static KeySpec spec(Path file, String password) {
        var key = Pem.key(file);
        return key.encrypted() ? decrypt(file, key.encoded(), password) : new PKCS8EncodedKeySpec(key.encoded());
    }

    private static KeySpec decrypt(Path file, byte[] encoded, String password) {
        try {
            var locked = new EncryptedPrivateKeyInfo(encoded);
            // With PBES2 (RFC 8018) the parameters know the name of the algorithm; the key itself says "PBES2".
            var named = locked.getAlgParameters().toString();
            var algorithm = named.startsWith("PBE") ? named : locked.getAlgName();
            var cipher = Cipher.getInstance(algorithm);
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(password.toCharArray())),
                    locked.getAlgParameters());
            return locked.getKeySpec(cipher);
        } catch (IOException | GeneralSecurityException wrong) {
            throw new UnableToUseCertificate(file, "the password does not open the key", wrong);
        }
    }

    static KeyPair readPkcs12(Path file, String password) {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(Pem.bytes(file)), password.toCharArray());
            for (var alias : Collections.list(store.aliases())) {
                if (store.getKey(alias, password.toCharArray()) instanceof PrivateKey key) {
                    var chain = Arrays.stream(store.getCertificateChain(alias))
                            .map(X509Certificate.class::cast)
                            .toList();
                    return new KeyPair(key, chain);
                }
            }
            throw new UnableToUseCertificate(file, "there is no private key in it");
        } catch (IOException | GeneralSecurityException wrong) {
            throw new UnableToUseCertificate(
                    file, "the password does not open it, or it is no PKCS #12 (PEM needs a key besides)", wrong);
        }
    }
}
