package dev.auricle.dicom.network;

import io.vertx.core.Future;

/** A way to speak DICOM with others: to be called, and to call. */
public interface DicomNetwork {
    /**
     * Listens for associations. The policy and the services are called on event loops, for different associations at
     * the same time, and must not block.
     */
    Future<DicomServer> listen(ServerOptions options, AssociationPolicy policy, Services services);

    /** Listens, and takes instances only. */
    default Future<DicomServer> listen(ServerOptions options, AssociationPolicy policy, StoreScp storage) {
        return listen(options, policy, Services.storing(storage));
    }

    /**
     * Calls a peer. Fails with {@link UnableToConnect} where nobody answers and with {@link UnableToAssociate} where
     * the answer is no.
     */
    Future<Association> connect(Peer peer, AssociationOffer offer, AssociationTimeouts timeouts);
}
