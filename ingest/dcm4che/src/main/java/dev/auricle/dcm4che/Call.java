package dev.auricle.dcm4che;

import dev.auricle.dicom.network.AssociationInfo;
import dev.auricle.dicom.network.AssociationOffer;
import dev.auricle.dicom.network.AssociationTimeouts;
import dev.auricle.dicom.network.Peer;
import dev.auricle.dicom.network.Services;
import dev.auricle.dicom.network.UnableToAssociate;
import dev.auricle.dicom.network.UnableToConnect;
import dev.auricle.dicom.network.UnableToExchange;
import dev.auricle.dicom.pdu.AssociateReject;
import dev.auricle.dicom.tls.ClientTls;
import dev.auricle.dicom.tls.TlsComplaint;
import io.vertx.core.Vertx;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.SSLException;
import org.dcm4che3.net.ApplicationEntity;
import org.dcm4che3.net.Association;
import org.dcm4che3.net.Connection;
import org.dcm4che3.net.Device;
import org.dcm4che3.net.IncompatibleConnectionException;
import org.dcm4che3.net.pdu.AAssociateRJ;
import org.dcm4che3.net.pdu.AAssociateRQ;
import org.dcm4che3.net.pdu.PresentationContext;
import org.dcm4che3.net.pdu.RoleSelection;

/**
 * An association that was asked for, and what it runs on.
 *
 * @param performing what is done for the peer, as C-GET and storage commitment want it
 */
record Call(
        Peer peer,
        AssociationOffer offer,
        Association association,
        Performing performing,
        ExecutorService threads,
        ScheduledExecutorService timers) {
    static Call to(Vertx vertx, Peer peer, AssociationOffer offer, AssociationTimeouts timeouts)
            throws InterruptedException {
        var threads = Executors.newCachedThreadPool();
        var timers = Executors.newSingleThreadScheduledExecutor();
        var performing = new Performing(vertx, Services.NONE);
        var connection = connection(timeouts);
        var title = new ApplicationEntity(peer.callingAe());
        title.addConnection(connection);
        title.setDimseRQHandler(performing);
        var device = new Device("auricle");
        device.addConnection(connection);
        device.addApplicationEntity(title);
        device.setExecutor(threads);
        device.setScheduledExecutor(timers);
        try {
            var remote = remote(peer);
            peer.tls().ifPresent(tls -> {
                Security.apply(tls, device, connection);
                remote.setTlsCipherSuites(connection.getTlsCipherSuites());
                remote.setTlsProtocols(connection.getTlsProtocols());
            });
            var association = title.connect(connection, remote, request(peer, offer));
            association.setProperty(Performing.INFO, info(peer, association));
            return new Call(peer, offer, association, performing, threads, timers);
        } catch (IOException | IncompatibleConnectionException | GeneralSecurityException failed) {
            threads.shutdownNow();
            timers.shutdownNow();
            throw refusal(peer, failed);
        }
    }

    /** Lets go of the threads; the association is over. */
    void close() {
        threads.shutdown();
        timers.shutdownNow();
    }

    private static RuntimeException refusal(Peer peer, Exception failed) {
        if (failed instanceof AAssociateRJ rejection) {
            var reason = new AssociateReject(rejection.getResult(), rejection.getSource(), rejection.getReason());
            return new UnableToAssociate(peer, reason);
        }
        if (failed instanceof SSLException unsecured) {
            return refusal(peer, unsecured);
        }
        boolean absent = failed instanceof ConnectException
                || failed instanceof UnknownHostException
                || failed instanceof SocketTimeoutException;
        return absent ? new UnableToConnect(peer, failed) : new UnableToExchange(peer + ": " + failed.getMessage());
    }

    /** Who sends an alert was reached, and refuses; who hangs up instead of answering in TLS does not speak it. */
    private static RuntimeException refusal(Peer peer, SSLException unsecured) {
        var complaint = TlsComplaint.about(unsecured).orElse("TLS failed");
        if (complaint.contains(" TLS alert ")) {
            return new UnableToExchange(peer + ": " + complaint);
        }
        if (unsecured.getCause() instanceof EOFException) {
            var noRecord = new SSLException("not an SSL/TLS record");
            noRecord.addSuppressed(unsecured);
            return new UnableToConnect(peer, noRecord);
        }
        return new UnableToConnect(peer, unsecured);
    }

    /** A connection goes to a host and is checked by the name that its certificate is to have, if that is another. */
    private static Connection remote(Peer peer) {
        var expected = peer.tls().flatMap(ClientTls::peerName).orElse(peer.host());
        return new Connection("peer", expected, peer.port()) {
            @Override
            public InetSocketAddress getEndPoint() {
                return new InetSocketAddress(peer.host(), peer.port());
            }
        };
    }

    private static Connection connection(AssociationTimeouts timeouts) {
        var connection = new Connection();
        connection.setConnectTimeout((int) timeouts.connect().toMillis());
        connection.setAcceptTimeout((int) timeouts.negotiation().toMillis());
        connection.setReleaseTimeout((int) timeouts.negotiation().toMillis());
        connection.setResponseTimeout((int) timeouts.response().toMillis());
        connection.setRetrieveTimeout((int) timeouts.response().toMillis());
        return connection;
    }

    private static AAssociateRQ request(Peer peer, AssociationOffer offer) {
        var request = new AAssociateRQ();
        request.setCalledAET(peer.calledAe());
        offer.contexts()
                .forEach(context -> request.addPresentationContext(new PresentationContext(
                        context.id(),
                        context.abstractSyntax(),
                        context.transferSyntaxes().toArray(String[]::new))));
        offer.provided().forEach(sopClass -> request.addRoleSelection(new RoleSelection(sopClass, false, true)));
        return request;
    }

    private static AssociationInfo info(Peer peer, Association association) {
        var host = association.getSocket().getInetAddress().getHostAddress();
        return new AssociationInfo(/* calledAe= */ peer.callingAe(), /* callingAe= */ peer.calledAe(), host, Map.of());
    }
}
