package dev.auricle.dicom.network;

import io.vertx.core.Future;

/** A listening application entity. */
public interface DicomServer {
    /** The TCP port, also where the options left it open. */
    int port();

    /** How many associations there are now. */
    int associations();

    /**
     * Rejects new associations, waits for those there are as long as the limits say, aborts what is left then, and
     * gives up the port.
     */
    Future<Void> close();
}
