package dev.auricle.dcm4che;

import dev.auricle.dicom.dictionary.DicomException;
import dev.auricle.dicom.tls.Fingerprint;
import dev.auricle.dicom.tls.ServerTls;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A listening device's certificates: read when it begins, looked at from time to time, and used for connections to come as
 * soon as the files have others. Until those are good, the ones before stay in use.
 *
 * <p>A device keeps its managers for as long as it listens; so these are managers whose word is that of whichever were
 * read last.
 */
final class RenewedCertificates {
    private static final Logger LOG = LoggerFactory.getLogger(RenewedCertificates.class);

    private final ServerTls tls;
    private final RenewedKeyManager keys;
    private final RenewedTrustManager trust;
    private Fingerprint known;

    private RenewedCertificates(ServerTls tls) {
        this.tls = tls;
        known = Fingerprint.of(tls.files());
        keys = new RenewedKeyManager(currentKeys());
        trust = new RenewedTrustManager(TrustManagers.of(tls.trustManagers()));
    }

    /**
     * As the files are now.
     *
     * @throws dev.auricle.dicom.tls.UnableToUseCertificate where the device could not be believed
     */
    static RenewedCertificates read(ServerTls tls) {
        return new RenewedCertificates(tls);
    }

    X509ExtendedKeyManager keys() {
        return keys;
    }

    X509ExtendedTrustManager trust() {
        return trust;
    }

    /** Until the timers end, which is when the device does. */
    @SuppressWarnings("FutureReturnValueIgnored") // What a look may fail with, it says itself.
    void watch(ScheduledExecutorService timers) {
        long interval = tls.reload().toMillis();
        timers.scheduleWithFixedDelay(this::look, interval, interval, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            renewIfChanged();
        } catch (DicomException unusable) {
            LOG.atError()
                    .addKeyValue("cause", unusable.getMessage())
                    .log("changed certificates cannot be used, the ones before stay in use");
        }
    }

    /** Says each change once, also one that is refused. */
    private void renewIfChanged() {
        var now = Fingerprint.of(tls.files());
        if (now.equals(known)) {
            return;
        }
        known = now;
        var renewedKeys = currentKeys();
        var renewedTrust = TrustManagers.of(tls.trustManagers());
        keys.use(renewedKeys);
        trust.use(renewedTrust);
        LOG.info("changed certificates are in use");
    }

    private X509ExtendedKeyManager currentKeys() {
        return (X509ExtendedKeyManager) tls.credential().keyManagers().getKeyManagers()[0];
    }
}
