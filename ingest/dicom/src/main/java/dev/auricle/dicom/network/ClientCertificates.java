package dev.auricle.dicom.network;

import dev.auricle.dicom.tls.ClientTls;
import dev.auricle.dicom.tls.Fingerprint;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.ClientSSLOptions;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What a user shows and believes, looked at for each connection and read anew where the files have changed. */
final class ClientCertificates {
    private final Vertx vertx;
    private final Map<ClientTls, Read> read = new ConcurrentHashMap<>();

    private record Read(Fingerprint of, ClientSSLOptions options) {}

    ClientCertificates(Vertx vertx) {
        this.vertx = vertx;
    }

    Future<ClientSSLOptions> options(ClientTls tls) {
        return vertx.executeBlocking(() -> current(tls), false);
    }

    private ClientSSLOptions current(ClientTls tls) {
        var now = Fingerprint.of(tls.files());
        return read.compute(
                        tls,
                        (same, before) -> before != null && before.of().equals(now)
                                ? before
                                : new Read(now, SslOptions.read(tls)))
                .options();
    }
}
