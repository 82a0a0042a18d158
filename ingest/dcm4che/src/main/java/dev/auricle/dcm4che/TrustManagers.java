package dev.auricle.dcm4che;

import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Whom to believe. */
final class TrustManagers {
    private static final @Nullable KeyStore OF_JAVA = null;

    private TrustManagers() {}

    /** Those, or those that Java believes. */
    static X509ExtendedTrustManager of(Optional<TrustManagerFactory> given) {
        return (X509ExtendedTrustManager) given.orElseGet(TrustManagers::ofJava).getTrustManagers()[0];
    }

    private static TrustManagerFactory ofJava() {
        try {
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(OF_JAVA);
            return factory;
        } catch (NoSuchAlgorithmException | KeyStoreException impossible) {
            throw new IllegalStateException("every Java has authorities that it believes", impossible);
        }
    }
}
