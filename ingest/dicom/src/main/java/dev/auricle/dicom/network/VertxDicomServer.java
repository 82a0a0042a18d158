package dev.auricle.dicom.network;

import dev.auricle.dicom.pdu.AssociateReject;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** One port, listened on from as many event loops as there are processors; each association stays on one of them. */
final class VertxDicomServer implements DicomServer, ServerAssociation.Host {
    private final Vertx vertx;
    private final ServerOptions options;
    private final AssociationPolicy policy;
    private final Services services;
    private final Set<ServerAssociation> connections = ConcurrentHashMap.newKeySet();
    private final Set<ServerAssociation> admitted = ConcurrentHashMap.newKeySet();
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
        this.places = new AtomicInteger(options.limits().maximumAssociations());
    }

    Future<DicomServer> listen() {
        // Vert.x shares a port among event loops by its number; a negative one stands for a free port of that name.
        int shared = options.port() > 0
                ? options.port()
                : -1 - ThreadLocalRandom.current().nextInt(1 << 30);
        var instances =
                new DeploymentOptions().setInstances(Runtime.getRuntime().availableProcessors());
        return vertx.deployVerticle(() -> new Listener(shared), instances).map(id -> {
            deployment = id;
            return this;
        });
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
        var channel = new PduChannel(socket, options.limits().maximumPduLength());
        var association = new ServerAssociation(channel, vertx, vertx.getOrCreateContext(), this);
        connections.add(association);
        association.open();
    }

    /** Listens on one event loop. */
    private final class Listener extends VerticleBase {
        private final int sharedPort;

        Listener(int sharedPort) {
            this.sharedPort = sharedPort;
        }

        @Override
        public Future<NetServer> start() {
            var netOptions = new NetServerOptions().setTcpNoDelay(true);
            return vertx.createNetServer(netOptions)
                    .connectHandler(VertxDicomServer.this::connected)
                    .listen(sharedPort, options.host())
                    .onSuccess(server -> port = server.actualPort());
        }
    }
}
