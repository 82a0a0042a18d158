package dev.auricle.dicom.tls;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.TrustManagerFactory;

/** The authorities whose signature is believed, in one file of PEM. */
final class TrustedCertificates {
    private TrustedCertificates() {}

    static TrustManagerFactory read(Path file) {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            int number = 0;
            for (var certificate : Pem.certificates(file)) {
                store.setCertificateEntry("authority " + number++, certificate);
            }
            var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(store);
            return managers;
        } catch (GeneralSecurityException | IOException refused) {
            throw new UnableToUseCertificate(file, "Java does not take these certificates", refused);
        }
    }
}
