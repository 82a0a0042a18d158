package dev.auricle.dicom.tls;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Says in words of an operator what went wrong between two ends of TLS. */
public final class TlsComplaint {
    private static final String ALERT = "Received fatal alert: ";

    private TlsComplaint() {}

    /** Why there is no connection; empty if it was not TLS that failed. */
    public static Optional<String> about(Throwable failure) {
        Optional<String> complaint = Optional.empty();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException) {
                return Optional.of("the peer's certificate has expired");
            }
            if (cause instanceof CertPathBuilderException) {
                return Optional.of("the peer's certificate is signed by nobody who is trusted");
            }
            if (cause instanceof SSLException) {
                complaint = Optional.of(inWords(String.valueOf(cause.getMessage())));
            }
        }
        return complaint;
    }

    private static String inWords(String message) {
        if (message.startsWith(ALERT)) {
            return "the peer refused with the TLS alert " + message.substring(ALERT.length());
        }
        if (message.startsWith("No subject alternative") || message.startsWith("No name matching")) {
            return "the peer's certificate is for another host: " + message;
        }
        return message.startsWith("not an SSL/TLS record") ? "the peer does not speak TLS" : "TLS failed: " + message;
    }
}
