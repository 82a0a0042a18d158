package dev.auricle.dcm4che;

import dev.auricle.dicom.network.Association;
import dev.auricle.dicom.network.AssociationOffer;
import dev.auricle.dicom.network.AssociationPolicy;
import dev.auricle.dicom.network.AssociationTimeouts;
import dev.auricle.dicom.network.DicomNetwork;
import dev.auricle.dicom.network.DicomServer;
import dev.auricle.dicom.network.Peer;
import dev.auricle.dicom.network.ServerOptions;
import dev.auricle.dicom.network.Services;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/** Associations by dcm4che: a thread each, which is not read further while the application is at work. */
final class Dcm4cheNetwork implements DicomNetwork {
    private final Vertx vertx;

    Dcm4cheNetwork(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public Future<DicomServer> listen(ServerOptions options, AssociationPolicy policy, Services services) {
        return vertx.executeBlocking(() -> Dcm4cheServer.listen(vertx, options, policy, services), false);
    }

    @Override
    public Future<Association> connect(Peer peer, AssociationOffer offer, AssociationTimeouts timeouts) {
        return vertx.executeBlocking(() -> new Dcm4cheAssociation(vertx, Call.to(vertx, peer, offer, timeouts)), false);
    }
}
