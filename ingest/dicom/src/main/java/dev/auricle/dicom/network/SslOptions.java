package dev.auricle.dicom.network;

import dev.auricle.dicom.tls.ClientTls;
import dev.auricle.dicom.tls.ServerTls;
import dev.auricle.dicom.tls.TlsProfile;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.SSLOptions;
import io.vertx.core.net.ServerSSLOptions;
import io.vertx.core.net.TrustOptions;
import java.util.LinkedHashSet;

/** The words of the toolkit's TLS in those of Vert.x. Reads files, so not for event loops. */
final class SslOptions {
    /** That of RFC 2818: alternative names, addresses included, and where there are none the common name. */
    private static final String CHECK_HOST = "HTTPS";

    private SslOptions() {}

    static ServerSSLOptions read(ServerTls tls) {
        var options = new ServerSSLOptions()
                .setKeyCertOptions(KeyCertOptions.wrap(tls.credential().keyManagers()));
        tls.trustManagers()
                .ifPresent(trusted ->
                        options.setTrustOptions(TrustOptions.wrap(trusted)).setClientAuth(ClientAuth.REQUIRED));
        apply(tls.profile(), options);
        return options;
    }

    static ClientSSLOptions read(ClientTls tls) {
        var options = new ClientSSLOptions().setHostnameVerificationAlgorithm(CHECK_HOST);
        tls.credential().ifPresent(own -> options.setKeyCertOptions(KeyCertOptions.wrap(own.keyManagers())));
        tls.trustManagers().ifPresent(trusted -> options.setTrustOptions(TrustOptions.wrap(trusted)));
        apply(tls.profile(), options);
        return options;
    }

    private static void apply(TlsProfile profile, SSLOptions options) {
        options.setEnabledSecureTransportProtocols(new LinkedHashSet<>(profile.protocols()));
        profile.cipherSuites().forEach(options::addEnabledCipherSuite);
    }
}
