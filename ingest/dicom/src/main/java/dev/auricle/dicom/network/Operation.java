package dev.auricle.dicom.network;

import io.vertx.core.Future;

/** An operation that may go on for long, and can be stopped. */
public interface Operation<T> {
    /** What it comes to. */
    Future<T> outcome();

    /**
     * Asks the peer to stop (C-CANCEL). The outcome then has the status {@link DimseStatus#CANCELLED}, or another where
     * the peer was faster or does not listen. An operation whose turn has not come fails with {@link UnableToExchange}.
     */
    void cancel();
}
