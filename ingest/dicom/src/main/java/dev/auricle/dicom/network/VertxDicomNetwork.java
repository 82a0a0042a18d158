package dev.auricle.dicom.network;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.ConnectOptions;
import io.vertx.core.net.NetClientOptions;

/** The upper layer on Vert.x: nothing blocks, and a peer is read no faster than its instances are taken. */
public final class VertxDicomNetwork implements DicomNetwork {
    private final Vertx vertx;
    private final ClientAssociation.Caller caller;

    public VertxDicomNetwork(Vertx vertx) {
        this.vertx = vertx;
        this.caller =
                new ClientAssociation.Caller(vertx, vertx.createNetClient(new NetClientOptions().setTcpNoDelay(true)));
    }

    @Override
    public Future<DicomServer> listen(ServerOptions options, AssociationPolicy policy, Services services) {
        return new VertxDicomServer(vertx, options, policy, services).listen();
    }

    @Override
    public Future<Association> connect(Peer peer, AssociationOffer offer, AssociationTimeouts timeouts) {
        var address = new ConnectOptions()
                .setHost(peer.host())
                .setPort(peer.port())
                .setTimeout((int) timeouts.connect().toMillis());
        return caller.client()
                .connect(address)
                .recover(cause -> Future.failedFuture(new UnableToConnect(peer, cause)))
                .compose(socket -> new ClientAssociation(caller, socket, peer, timeouts).request(offer));
    }
}
