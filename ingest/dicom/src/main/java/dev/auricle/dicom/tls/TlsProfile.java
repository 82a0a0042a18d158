package dev.auricle.dicom.tls;

import java.util.List;
import java.util.stream.Stream;

/**
 * A secure transport connection profile (PS3.15, annex B), as far as Java has its cipher suites: it has none with CCM or
 * Camellia. Suites are listed by strength, the strongest first.
 */
public enum TlsProfile {
    /** B.12, after RFC 9325: ephemeral elliptic curves with AES in GCM; what every current peer speaks. */
    BCP195,
    /** B.13: the suites of a list and no others; it has ChaCha20 besides. */
    MODIFIED_BCP195;

    private static final List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");
    private static final List<String> OF_VERSION_3 =
            List.of("TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256", "TLS_AES_128_GCM_SHA256");
    private static final List<String> OF_VERSION_2 = List.of(
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");
    private static final List<String> CHACHA =
            List.of("TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256", "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

    /** TLS 1.3 and 1.2, as Java calls them; nothing older is ever spoken (RFC 8996). */
    public List<String> protocols() {
        return PROTOCOLS;
    }

    /** As IANA and Java call them. */
    public List<String> cipherSuites() {
        List<String> more = switch (this) {
            case BCP195 -> List.of();
            case MODIFIED_BCP195 -> CHACHA;
        };
        return Stream.of(OF_VERSION_3, OF_VERSION_2, more).flatMap(List::stream).toList();
    }
}
