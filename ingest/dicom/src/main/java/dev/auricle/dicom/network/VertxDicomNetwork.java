package dev.auricle.dicom.network;

import dev.auricle.dicom.dictionary.DicomException;
import dev.auricle.dicom.tls.ClientTls;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.ConnectOptions;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SocketAddress;

/** The upper layer on Vert.x: nothing blocks, and a peer is read no faster than its instances are taken. */
public final class VertxDicomNetwork implements DicomNetwork {
    private final Vertx vertx;
    private final ClientAssociation.Caller caller;
    private final ClientCertificates certificates;

    public VertxDicomNetwork(Vertx vertx) {
        this.vertx = vertx;
        this.certificates = new ClientCertificates(vertx);
        this.caller =
                new ClientAssociation.Caller(vertx, vertx.createNetClient(new NetClientOptions().setTcpNoDelay(true)));
    }

    @Override
    public Future<DicomServer> listen(ServerOptions options, AssociationPolicy policy, Services services) {
        return new VertxDicomServer(vertx, options, policy, services).listen();
    }

    @Override
    public Future<Association> connect(Peer peer, AssociationOffer offer, AssociationTimeouts timeouts) {
        return new ClientAssociation(caller, peer, timeouts, () -> dial(peer, timeouts)).request(offer);
    }

    private Future<NetSocket> dial(Peer peer, AssociationTimeouts timeouts) {
        return address(peer, timeouts)
                .compose(address -> caller.client().connect(address))
                .recover(cause -> Future.failedFuture(
                        cause instanceof DicomException known ? known : new UnableToConnect(peer, cause)));
    }

    private Future<ConnectOptions> address(Peer peer, AssociationTimeouts timeouts) {
        var address = new ConnectOptions()
                .setHost(peer.host())
                .setPort(peer.port())
                .setTimeout((int) timeouts.connect().toMillis());
        return peer.tls()
                .map(tls -> certificates.options(tls).map(options -> secured(address, tls, options)))
                .orElseGet(() -> Future.succeededFuture(address));
    }

    /** The name that is checked is the host's; where the certificate has another, the address is given besides. */
    private static ConnectOptions secured(ConnectOptions address, ClientTls tls, ClientSSLOptions options) {
        tls.peerName()
                .ifPresent(name -> address.setRemoteAddress(
                                SocketAddress.inetSocketAddress(address.getPort(), address.getHost()))
                        .setHost(name));
        return address.setSsl(true).setSslOptions(options);
    }
}
