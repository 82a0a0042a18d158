package dev.auricle.dcm4che;

import dev.auricle.dicom.network.AssociationPolicy;
import dev.auricle.dicom.network.DicomServer;
import dev.auricle.dicom.network.ServerOptions;
import dev.auricle.dicom.network.Services;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.dcm4che3.net.ApplicationEntity;
import org.dcm4che3.net.Connection;
import org.dcm4che3.net.Device;

/** A listening {@link Device}. */
final class Dcm4cheServer implements DicomServer {
    private final Vertx vertx;
    private final Device device;
    private final Connection connection;
    private final Duration drain;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService timers = Executors.newSingleThreadScheduledExecutor();

    private Dcm4cheServer(Vertx vertx, Device device, Connection connection, Duration drain) {
        this.vertx = vertx;
        this.device = device;
        this.connection = connection;
        this.drain = drain;
    }

    static DicomServer listen(Vertx vertx, ServerOptions options, AssociationPolicy policy, Services services)
            throws IOException, GeneralSecurityException {
        var connection = connection(options);
        var title = new ApplicationEntity("*");
        title.setAssociationAcceptor(true);
        title.addConnection(connection);
        title.setDimseRQHandler(new Performing(vertx, services));
        var device = new Device("auricle");
        device.addConnection(connection);
        device.addApplicationEntity(title);
        device.setLimitOpenAssociations(options.limits().maximumAssociations());
        device.setAssociationHandler(new Negotiation(policy, services));
        var server =
                new Dcm4cheServer(vertx, device, connection, options.limits().drain());
        device.setExecutor(server.threads);
        device.setScheduledExecutor(server.timers);
        var certificates = options.tls().map(tls -> Security.apply(tls, device, connection));
        device.bindConnections();
        certificates.ifPresent(renewed -> renewed.watch(server.timers));
        return server;
    }

    private static Connection connection(ServerOptions options) throws IOException {
        var connection = new Connection();
        connection.setBindAddress(options.host());
        connection.setPort(options.port() == 0 ? freePort(options.host()) : options.port());
        connection.setReceivePDULength(options.limits().maximumPduLength());
        connection.setRequestTimeout((int) options.limits().negotiation().toMillis());
        connection.setIdleTimeout((int) options.limits().idle().toMillis());
        return connection;
    }

    /** dcm4che listens on a port it is told, not on any. */
    private static int freePort(String host) throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName(host))) {
            return socket.getLocalPort();
        }
    }

    @Override
    public int port() {
        return connection.getPort();
    }

    @Override
    public int associations() {
        return device.getNumberOfOpenAssociations();
    }

    @Override
    public Future<Void> close() {
        return vertx.executeBlocking(this::shutDown, false).mapEmpty();
    }

    /** Whether every association ended by itself. */
    private boolean shutDown() throws InterruptedException {
        device.unbindConnections();
        threads.shutdown();
        boolean drained = threads.awaitTermination(drain.toMillis(), TimeUnit.MILLISECONDS);
        threads.shutdownNow();
        timers.shutdownNow();
        return drained;
    }
}
