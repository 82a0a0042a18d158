package dev.auricle.dicom.network;

import dev.auricle.dicom.pdu.AssociateReject;
import dev.auricle.dicom.tls.TlsComplaint;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.ServerSSLOptions;
import io.vertx.core.net.TcpServerConfig;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One port, listened on from as many event loops as there are processors; each association stays on one of them. */
final class VertxDicomServer implements DicomServer, ServerAssociation.Host {
    private static final Logger LOG = LoggerFactory.getLogger(VertxDicomServer.class);

    private final Vertx vertx;
    private final ServerOptions options;
    private final AssociationPolicy policy;
    private final Services services;
    private final Set<ServerAssociation> connections = ConcurrentHashMap.newKeySet();
    private final Set<ServerAssociation> admitted = ConcurrentHashMap.newKeySet();
    private final List<NetServer> servers = new CopyOnWriteArrayList<>();
    private final Optional<ServerCertificates> certificates;
    private final AtomicInteger places;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final Promise<Void> empty = Promise.promise();
    private volatile int port;
    private volatile String deployment = "";

    VertxDicomServer(Vertx vertx, ServerOptions options, AssociationPolicy policy, Services services) {
        this.vertx = vertx;
        this.options = options;
        this.policy = policy;
        this.services = services;
        this.certificates = options.tls().map(tls -> new ServerCertificates(vertx, tls));
        this.places = new AtomicInteger(options.limits().maximumAssociations());
    }

    Future<DicomServer> listen() {
        // Vert.x shares a port among event loops by its number; a negative one stands for a free port of that name.
        int shared = options.port() > 0
                ? options.port()
                : -1 - ThreadLocalRandom.current().nextInt(1 << 30);
        var instances =
                new DeploymentOptions().setInstances(Runtime.getRuntime().availableProcessors());
        return sslOptions()
                .compose(ssl -> vertx.deployVerticle(() -> new Listener(shared, ssl), instances))
                .map(id -> {
                    deployment = id;
                    certificates.ifPresent(files -> files.watch(servers.get(0)));
                    return this;
                });
    }

    private Future<Optional<ServerSSLOptions>> sslOptions() {
        return certificates
                .map(files -> files.read().map(Optional::of))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public int associations() {
        return admitted.size();
    }

    @Override
    public Future<Void> close() {
        if (closing.getAndSet(true)) {
            return empty.future().compose(nothing -> Future.succeededFuture());
        }
        long timer = vertx.setTimer(
                Math.max(1, options.limits().drain().toMillis()), id -> connections.forEach(ServerAssociation::abort));
        completeIfEmpty();
        return empty.future().compose(nothing -> {
            vertx.cancelTimer(timer);
            certificates.ifPresent(ServerCertificates::stop);
            return vertx.undeploy(deployment);
        });
    }

    @Override
    public AssociationLimits limits() {
        return options.limits();
    }

    @Override
    public AssociationPolicy policy() {
        return policy;
    }

    @Override
    public Services services() {
        return services;
    }

    @Override
    public Optional<AssociateReject> admit(ServerAssociation association) {
        if (closing.get()) {
            return Optional.of(AssociateReject.TEMPORARY_CONGESTION);
        }
        if (places.decrementAndGet() < 0) {
            places.incrementAndGet();
            return Optional.of(AssociateReject.LOCAL_LIMIT_EXCEEDED);
        }
        admitted.add(association);
        return Optional.empty();
    }

    @Override
    public void left(ServerAssociation association) {
        if (admitted.remove(association)) {
            places.incrementAndGet();
        }
        connections.remove(association);
        if (closing.get()) {
            completeIfEmpty();
        }
    }

    private void completeIfEmpty() {
        if (connections.isEmpty()) {
            empty.tryComplete();
        }
    }

    private void connected(NetSocket socket) {
        var association = new ServerAssociation(vertx, this);
        connections.add(association);
        association.open(socket);
    }

    /** A caller with whom TLS did not come about. */
    private static void refused(Throwable cause) {
        TlsComplaint.about(cause).ifPresent(why -> LOG.warn("connection refused: {}", why));
    }

    /** Listens on one event loop. */
    private final class Listener extends VerticleBase {
        private final int sharedPort;
        private final Optional<ServerSSLOptions> ssl;

        Listener(int sharedPort, Optional<ServerSSLOptions> ssl) {
            this.sharedPort = sharedPort;
            this.ssl = ssl;
        }

        @Override
        public Future<NetServer> start() {
            var config = new TcpServerConfig(new NetServerOptions().setTcpNoDelay(true)).setSsl(ssl.isPresent());
            return ssl.map(secured -> vertx.createNetServer(config, secured))
                    .orElseGet(() -> vertx.createNetServer(config))
                    .connectHandler(VertxDicomServer.this::connected)
                    .exceptionHandler(VertxDicomServer::refused)
                    .listen(sharedPort, options.host())
                    .onSuccess(server -> {
                        servers.add(server);
                        port = server.actualPort();
                    });
        }
    }
}
