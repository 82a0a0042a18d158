package dev.auricle.dicom.network;

import dev.auricle.dicom.tls.Fingerprint;
import dev.auricle.dicom.tls.ServerTls;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.ServerSSLOptions;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A listening server's certificates: read when it begins, looked at from time to time, and used for connections to come as
 * soon as the files have others. Until those are good, the ones before stay in use.
 */
final class ServerCertificates {
    private static final Logger LOG = LoggerFactory.getLogger(ServerCertificates.class);

    private final Vertx vertx;
    private final ServerTls tls;
    private volatile Optional<Fingerprint> known = Optional.empty();
    private long timer = -1;

    ServerCertificates(Vertx vertx, ServerTls tls) {
        this.vertx = vertx;
        this.tls = tls;
    }

    /** Fails where the server could not be believed. */
    Future<ServerSSLOptions> read() {
        return vertx.executeBlocking(() -> {
            known = Optional.of(Fingerprint.of(tls.files()));
            return SslOptions.read(tls);
        });
    }

    void watch(NetServer server) {
        timer = vertx.setPeriodic(tls.reload().toMillis(), id -> look(server));
    }

    void stop() {
        vertx.cancelTimer(timer);
    }

    private void look(NetServer server) {
        vertx.executeBlocking(this::changed)
                .compose(changed -> changed.map(options -> server.updateSSLOptions(options, true))
                        .orElseGet(() -> Future.succeededFuture(false)))
                .onSuccess(used -> {
                    if (used) {
                        LOG.info("changed certificates are in use");
                    }
                })
                .onFailure(cause -> LOG.atError()
                        .addKeyValue("cause", cause.getMessage())
                        .log("changed certificates cannot be used, the ones before stay in use"));
    }

    /** Says each change once, also one that is refused. */
    private Optional<ServerSSLOptions> changed() {
        var now = Optional.of(Fingerprint.of(tls.files()));
        if (now.equals(known)) {
            return Optional.empty();
        }
        known = now;
        return Optional.of(SslOptions.read(tls));
    }
}
